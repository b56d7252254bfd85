import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probePortBlocked } from './probe-port-blocked.ts'

const health = 'probe/health'
const http = (port: number) =>
  changed(
    linuxPair,
    [health, 'protocol', 'Http'],
    [health, 'requestPath', '/'],
    [health, 'port', port],
    ['listener/vm1-2', 'port', port],
    ['listener/vm2-2', 'port', port],
  )

testLintRule(probePortBlocked, {
  valid: {
    'HTTP on another port': http(8080),
    'TCP on a mail port': changed(linuxPair, [health, 'port', 25]),
    'HTTPS on a mail port': changed(http(993), [health, 'protocol', 'Https']),
    'no port yet': changed(http(25), [health, 'port', undefined]),
  },
  invalid: {
    'HTTP on a mail port': {
      document: http(25),
      finds: [{ resource: health, severity: 'error', class: 'deployment', path: 'port', fixes: 1 }],
    },
    'HTTP on the last one of the list': { document: http(993), finds: [{ resource: health, fixes: 1 }] },
  },
})
