import {
  balance,
  documentOf,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'

const guest = {
  guest: { os: 'linux' },
  loopback: ['65.52.0.1/32', '65.52.9.9/32'],
  listeners: ['443', '8080'],
} as const
const world = { name: 'world', loadBalancer: 'loadBalancer/world' } as const

/** A global load balancer with floating IP in front of a regional one: the guests hold both addresses. */
export const globalAddressOnLoopback = documentOf(
  'Global load balancer',
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(securityRule('tls', 100, { protocol: 'Tcp', destinationPortRanges: ['443'] })),
  loadBalancer(),
  publicFrontend('region', '65.52.0.1'),
  machine('vm1', { address: '10.0.0.4' }, guest),
  machine('vm2', { address: '10.0.0.5' }, guest),
  pool('vm1', 'vm2'),
  probe('health', 8080),
  balance('region', 'region', 443, { probe: 'probe/health' }),
  publicFrontend('world', '65.52.9.9'),
  {
    'loadBalancer/world': { name: 'world', sku: 'Standard', tier: 'Global' },
    'frontendIPConfiguration/world': { ...world, publicIPAddress: 'publicIPAddress/world' },
    'backendAddressPool/regions': {
      ...world,
      name: 'regions',
      loadBalancerBackendAddresses: [
        { name: 'west', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/region' },
      ],
    },
  } satisfies Resources,
  balance('world', 'world', 443, {
    loadBalancer: 'loadBalancer/world',
    backendAddressPool: 'backendAddressPool/regions',
  }),
)
