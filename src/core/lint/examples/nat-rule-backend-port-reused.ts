import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const withNatRule = documentOf('NAT rule', linuxPair.resources, {
  'inboundNatRule/direct': {
    name: 'direct',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    protocol: 'Tcp',
    backendIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
    frontendPort: 50_001,
    backendPort: 80,
    enableFloatingIP: false,
  },
})

export const natRuleBackendPortReused: Example = {
  before: changed(withNatRule, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  after: withNatRule,
  change: 'The load-balancing rule floats, so vm1 gets its packets for another address.',
}
