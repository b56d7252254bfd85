import { globalAddressOnLoopback } from '../known-normal/global-address-on-loopback.ts'
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
    'a service behind a region that hears both addresses': globalAddressOnLoopback,
    'the global rule leaves the address to its region': changed(
      globalAddressOnLoopback,
      ['loadBalancingRule/world', 'enableFloatingIP', false],
      [service, 'address', '65.52.0.1'],
    ),
    'nothing listens at all': changed(linuxPair, [service, 'enabled', false]),
  },
  invalid: {
    'a service on the NIC address': {
      document: changed(linuxPair, [service, 'address', '10.0.0.4']),
      finds: [{ resource: web, related: ['virtualMachine/vm1', service], fixes: 1 }],
    },
    'a service on the address of its region only': {
      document: changed(globalAddressOnLoopback, [service, 'address', '65.52.0.1']),
      finds: [{ resource: 'loadBalancingRule/world', related: ['virtualMachine/vm1', service], fixes: 1 }],
    },
    'a UDP service on the NIC address': {
      document: changed(dns, ['listener/dns1-1', 'address', '10.0.0.4']),
      finds: [{ resource: 'loadBalancingRule/dns', fixes: 1 }],
    },
  },
})
