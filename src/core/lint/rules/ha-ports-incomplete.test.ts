import { expect, it } from 'vitest'
import { lintWith } from '../lint.ts'
import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { haPortsIncomplete } from './ha-ports-incomplete.ts'

const web = 'loadBalancingRule/web'

testLintRule(haPortsIncomplete, {
  valid: { ports: linuxPair, 'all and 0': appliances },
  invalid: {
    'all protocols of one port': {
      document: changed(linuxPair, [web, 'protocol', 'All']),
      finds: [{ resource: web, class: 'deployment', fixes: 2 }],
    },
    'every port of one protocol': {
      document: changed(appliances, ['loadBalancingRule/all', 'protocol', 'Tcp']),
      finds: [{ resource: 'loadBalancingRule/all', fixes: 2 }],
    },
  },
})

it('offers the port of the service also where the probe asks it', () => {
  const document = changed(
    without(linuxPair, 'listener/vm1-2', 'listener/vm2-2'),
    ['probe/health', 'port', 80],
    [web, 'frontendPort', 0],
    [web, 'backendPort', 0],
  )
  const [found] = lintWith([haPortsIncomplete], document)
  expect(found?.fixes.map(({ label }) => label)).toEqual([
    'Balance one port: TCP 80',
    'Balance every port: HA ports',
  ])
})
