import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const ranged = (frontendPortRangeStart: number) =>
  documentOf('NAT rule', linuxPair.resources, {
    'inboundNatRule/status': {
      name: 'status',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: 'frontendIPConfiguration/site',
      protocol: 'Tcp',
      backendAddressPool: 'backendAddressPool/pool',
      frontendPortRangeStart,
      frontendPortRangeEnd: 90,
      backendPort: 8080,
      enableFloatingIP: false,
    },
  })

export const natRuleFrontendPortOverlap: Example = {
  before: ranged(80),
  after: ranged(81),
  change: 'The range of the NAT rule begins after port 80 of the load-balancing rule.',
}
