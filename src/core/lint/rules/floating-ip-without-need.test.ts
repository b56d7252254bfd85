import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { floatingIpWithoutNeed } from './floating-ip-without-need.ts'

const loopbacks = ['loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'] as const

testLintRule(floatingIpWithoutNeed, {
  valid: {
    'every member holds the address': linuxPair,
    'one member holds the address': without(linuxPair, 'loopbackInterface/vm2-lo'),
    'another rule uses the port': without(twoSites, ...loopbacks),
    'a guest of which nothing is known': changed(without(linuxPair, ...loopbacks), [
      'virtualMachine/vm2',
      'guest',
      undefined,
    ]),
  },
  invalid: {
    'nobody holds the address': {
      document: without(linuxPair, ...loopbacks),
      finds: [{ resource: 'loadBalancingRule/web', severity: 'info', path: 'enableFloatingIP', fixes: 1 }],
    },
  },
})
