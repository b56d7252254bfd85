import { dns, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { listenerOffFrontendAddress } from './listener-off-frontend-address.ts'

const web = 'loadBalancingRule/web'
const service = 'listener/vm1-1'

testLintRule(listenerOffFrontendAddress, {
  valid: {
    'a service on every address': linuxPair,
    'a service on the frontend address': changed(linuxPair, [service, 'address', '10.0.0.100']),
    'floating IP is off': changed(
      linuxPair,
      [service, 'address', '10.0.0.4'],
      [web, 'enableFloatingIP', false],
    ),
    'nothing listens at all': changed(linuxPair, [service, 'enabled', false]),
  },
  invalid: {
    'a service on the NIC address': {
      document: changed(linuxPair, [service, 'address', '10.0.0.4']),
      finds: [{ resource: web, related: ['virtualMachine/vm1', service], fixes: 1 }],
    },
    'a UDP service on the NIC address': {
      document: changed(dns, ['listener/dns1-1', 'address', '10.0.0.4']),
      finds: [{ resource: 'loadBalancingRule/dns', fixes: 1 }],
    },
  },
})
