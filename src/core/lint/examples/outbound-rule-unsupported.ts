import { documentOf } from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const out = {
  'outboundRule/out': {
    name: 'out',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfigurations: ['frontendIPConfiguration/site'],
    backendAddressPool: 'backendAddressPool/pool',
    protocol: 'All',
    allocatedOutboundPorts: 1024,
  },
} satisfies Resources

export const outboundRuleUnsupported: Example = {
  before: documentOf('Internal', linuxPair.resources, out),
  after: linuxPair,
  change: 'The internal load balancer has no outbound rule.',
}
