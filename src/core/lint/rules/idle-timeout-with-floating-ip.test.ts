import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { idleTimeoutWithFloatingIp } from './idle-timeout-with-floating-ip.ts'

const web = 'loadBalancingRule/web'
const longer = changed(linuxPair, [web, 'idleTimeoutInMinutes', 30])

testLintRule(idleTimeoutWithFloatingIp, {
  valid: {
    'none given': linuxPair,
    'the usual one': changed(linuxPair, [web, 'idleTimeoutInMinutes', 4]),
    'floating IP is off': changed(longer, [web, 'enableFloatingIP', false]),
  },
  invalid: {
    'a longer one': {
      document: longer,
      finds: [{ resource: web, severity: 'info', path: 'idleTimeoutInMinutes', fixes: 0 }],
    },
  },
})
