import { documentOf } from '../../scenarios/builder.ts'
import type { ResourceFields } from '../../topology/document.ts'
import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { portOutOfRange } from './port-out-of-range.ts'

const web = 'loadBalancingRule/web'
const nat = (fields: Partial<ResourceFields<'inboundNatRule'>>) =>
  documentOf('NAT', linuxPair.resources, {
    'inboundNatRule/ssh': {
      name: 'ssh',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: 'frontendIPConfiguration/site',
      backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
      protocol: 'Tcp',
      enableFloatingIP: true,
      ...fields,
    },
  })

testLintRule(portOutOfRange, {
  valid: {
    ports: linuxPair,
    '0 of an HA ports rule': appliances,
    'a NAT rule': nat({ frontendPort: 50_000, backendPort: 80 }),
  },
  invalid: {
    'frontend port 65535': {
      document: changed(linuxPair, [web, 'frontendPort', 65_535]),
      finds: [{ resource: web, class: 'deployment', path: 'frontendPort', fixes: 1 }],
    },
    'port 0 of a NAT rule': {
      document: nat({ frontendPort: 50_000, backendPort: 0 }),
      finds: [{ resource: 'inboundNatRule/ssh', path: 'backendPort' }],
    },
    'a range that ends before it begins': {
      document: nat({
        frontendPortRangeStart: 500,
        frontendPortRangeEnd: 400,
        backendPort: 80,
        backendIPConfiguration: undefined,
        backendAddressPool: 'backendAddressPool/pool',
      }),
      finds: [{ resource: 'inboundNatRule/ssh', path: 'frontendPortRangeEnd', fixes: 1 }],
    },
    'half a port': {
      document: changed(linuxPair, [web, 'backendPort', 80.5]),
      finds: [{ resource: web, path: 'backendPort' }],
    },
  },
})
