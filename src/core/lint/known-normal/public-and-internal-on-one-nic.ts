import {
  balance,
  documentOf,
  machine,
  network,
  pool,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { publicPair } from '../examples/documents.ts'

const guest = (slug: string, address: string) =>
  machine(slug, { address }, { guest: { os: 'linux' }, listeners: ['80', '8080'] })

/** A public and an internal load balancer send the same backend port to the same NICs without floating IP. */
export const publicAndInternalOnOneNic = documentOf(
  'Public and internal',
  publicPair.resources,
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] })),
  guest('vm1', '10.0.0.4'),
  guest('vm2', '10.0.0.5'),
  { 'loopbackInterface/vm1-lo': { name: 'lo', virtualMachine: 'virtualMachine/vm1', addresses: [] } },
  { 'loopbackInterface/vm2-lo': { name: 'lo', virtualMachine: 'virtualMachine/vm2', addresses: [] } },
  pool('vm1', 'vm2'),
  balance('web', 'site', 80, { probe: 'probe/health', enableFloatingIP: false }),
  {
    'loadBalancer/inside': { name: 'inside', sku: 'Standard' },
    'frontendIPConfiguration/inside': {
      name: 'inside',
      loadBalancer: 'loadBalancer/inside',
      subnet: 'subnet/snet',
      privateIPAddress: '10.0.0.100',
      privateIPAddressVersion: 'IPv4',
    },
    'backendAddressPool/inside': {
      name: 'inside',
      loadBalancer: 'loadBalancer/inside',
      backendIPConfigurations: ['ipConfiguration/vm1-nic-ipconfig1', 'ipConfiguration/vm2-nic-ipconfig1'],
    },
    'probe/inside': {
      name: 'health',
      loadBalancer: 'loadBalancer/inside',
      protocol: 'Tcp',
      port: 8080,
      intervalInSeconds: 5,
    },
    'loadBalancingRule/inside': {
      name: 'web',
      loadBalancer: 'loadBalancer/inside',
      frontendIPConfiguration: 'frontendIPConfiguration/inside',
      backendAddressPool: 'backendAddressPool/inside',
      probe: 'probe/inside',
      protocol: 'Tcp',
      frontendPort: 80,
      backendPort: 80,
      enableFloatingIP: false,
      loadDistribution: 'Default',
    },
  } satisfies Resources,
)
