import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const pool = 'backendAddressPool/pool'
const withNatRule = documentOf('NAT rule', linuxPair.resources, {
  'inboundNatRule/status': {
    name: 'status',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    protocol: 'Tcp',
    backendAddressPool: pool,
    frontendPortRangeStart: 5000,
    frontendPortRangeEnd: 5009,
    backendPort: 8080,
    enableFloatingIP: false,
  },
})

export const natRuleOnIpBasedPool: Example = {
  before: changed(
    withNatRule,
    [pool, 'backendIPConfigurations', undefined],
    [
      pool,
      'loadBalancerBackendAddresses',
      ['10.0.0.4', '10.0.0.5'].map((ipAddress) => ({ name: ipAddress, ipAddress })),
    ],
  ),
  after: withNatRule,
  change: 'The members of the pool are IP configurations of NICs.',
}
