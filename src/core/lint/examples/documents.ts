import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import type { Resources, TopologyDocument } from '../../topology/document.ts'

const probed = { probe: 'probe/health' } as const

/** A floating rule for port 80 of 10.0.0.100 to two Linux guests, and nothing wrong with it. */
export const linuxPair: TopologyDocument = documentOf(
  'Linux pair',
  network(),
  loadBalancer(),
  internalFrontend('site', '10.0.0.100'),
  machine('vm1', { address: '10.0.0.4' }, linux('10.0.0.100/32')),
  machine('vm2', { address: '10.0.0.5' }, linux('10.0.0.100/32')),
  pool('vm1', 'vm2'),
  probe('health', 8080),
  balance('web', 'site', 80, probed),
)

function linux(...loopback: readonly string[]) {
  return { guest: { os: 'linux' }, loopback, listeners: ['80', '8080'] } as const
}

const weak = { name: 'Ethernet', weakHostReceive: true }

/** The same with Windows guests. */
export const windowsPair: TopologyDocument = documentOf(
  'Windows pair',
  network(),
  loadBalancer(),
  internalFrontend('site', '10.0.0.100'),
  machine(
    'vm1',
    { address: '10.0.0.4', guest: weak },
    { ...linux('10.0.0.100/32'), guest: { os: 'windows' } },
  ),
  machine(
    'vm2',
    { address: '10.0.0.5', guest: weak },
    { ...linux('10.0.0.100/32'), guest: { os: 'windows' } },
  ),
  pool('vm1', 'vm2'),
  probe('health', 8080),
  balance('web', 'site', 80, probed),
)

/** A floating rule for port 80 of the public 65.52.0.1 to two Linux guests behind one security group. */
export const publicPair: TopologyDocument = documentOf(
  'Public pair',
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] })),
  loadBalancer(),
  publicFrontend('site', '65.52.0.1'),
  machine('vm1', { address: '10.0.0.4' }, linux('65.52.0.1/32')),
  machine('vm2', { address: '10.0.0.5' }, linux('65.52.0.1/32')),
  pool('vm1', 'vm2'),
  probe('health', 8080),
  balance('web', 'site', 80, probed),
)

/** A cluster address that vm1 holds on its NIC, and only vm1 answers the cluster's probe. */
export const cluster: TopologyDocument = documentOf(
  'Cluster',
  network(),
  loadBalancer(),
  internalFrontend('listener', '10.0.0.10', { guest: { addressOwnership: 'one-member' } }),
  machine(
    'vm1',
    { address: '10.0.0.4', guest: { name: 'Ethernet', addresses: ['10.0.0.10/32'] } },
    { guest: { os: 'windows' }, listeners: ['1433', '59999'] },
  ),
  machine('vm2', { address: '10.0.0.5' }, { guest: { os: 'windows' }, listeners: ['1433'] }),
  pool('vm1', 'vm2'),
  probe('cluster', 59_999),
  balance('sql', 'listener', 1433, { probe: 'probe/cluster' }),
)

/** A UDP rule with a TCP probe to a guest whose service is bound to the frontend's address. */
export const dns: TopologyDocument = documentOf(
  'DNS',
  network(),
  loadBalancer(),
  internalFrontend('resolver', '10.0.0.53'),
  machine(
    'dns1',
    { address: '10.0.0.4' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.53/32'], listeners: ['udp 10.0.0.53:53', '8080'] },
  ),
  pool('dns1'),
  probe('health', 8080),
  balance('dns', 'resolver', 53, { ...probed, protocol: 'Udp' }),
)

/** An HA ports rule without floating IP to two appliances, to which a spoke's route points. */
export const appliances: TopologyDocument = documentOf(
  'Appliances',
  network({}, { peerings: ['virtualNetwork/spoke'] }),
  {
    'virtualNetwork/spoke': {
      name: 'spoke',
      addressPrefixes: ['10.1.0.0/16'],
      peerings: ['virtualNetwork/vnet'],
    },
    'routeTable/spoke': {
      name: 'spoke',
      routes: [
        {
          name: 'out',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIpAddress: '10.0.0.36',
        },
      ],
    },
    'subnet/work': {
      name: 'work',
      virtualNetwork: 'virtualNetwork/spoke',
      addressPrefix: '10.1.0.0/24',
      routeTable: 'routeTable/spoke',
    },
  } satisfies Resources,
  loadBalancer(),
  internalFrontend('inside', '10.0.0.36'),
  machine('nva1', { address: '10.0.0.4', fields: { enableIPForwarding: true } }, appliance()),
  machine('nva2', { address: '10.0.0.5', fields: { enableIPForwarding: true } }, appliance()),
  pool('nva1', 'nva2'),
  probe('ssh', 22),
  balance('all', 'inside', 0, { probe: 'probe/ssh', protocol: 'All', enableFloatingIP: false }),
)

function appliance() {
  return { guest: { os: 'linux', ipForwarding: true }, listeners: ['22'] } as const
}

/** A guest with two NICs; the second one is behind the load balancer and answers through itself. */
export const twoNics: TopologyDocument = documentOf(
  'Two NICs',
  network(),
  {
    'subnet/back': { name: 'back', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.2.0/24' },
  } satisfies Resources,
  loadBalancer(),
  internalFrontend('site', '10.0.0.100'),
  machine(
    'vm1',
    [
      { name: 'nic', address: '10.0.2.4', subnet: 'back' },
      { name: 'nic2', address: '10.0.0.4' },
    ],
    {
      guest: {
        os: 'linux',
        policyRoutes: ['10.0.0.100/32', '10.0.0.4/32'].map((from) => ({
          from,
          networkInterface: 'networkInterface/vm1-nic2' as const,
        })),
      },
      loopback: ['10.0.0.100/32'],
      listeners: ['80', '8080'],
    },
  ),
  pool('vm1-nic2-ipconfig1'),
  probe('health', 8080),
  balance('web', 'site', 80, probed),
)

/** Two floating rules for port 80, of 10.0.0.100 and 10.0.0.101, to two Linux guests that hold both addresses. */
export const twoSites: TopologyDocument = documentOf(
  'Two sites',
  linuxPair.resources,
  internalFrontend('second', '10.0.0.101'),
  balance('other', 'second', 80, probed),
  machine('vm1', { address: '10.0.0.4' }, linux('10.0.0.100/32', '10.0.0.101/32')),
  machine('vm2', { address: '10.0.0.5' }, linux('10.0.0.100/32', '10.0.0.101/32')),
)

/** Two floating HA ports rules of two frontends to two Linux guests. */
export const haPair: TopologyDocument = documentOf(
  'HA ports pair',
  twoSites.resources,
  balance('web', 'site', 0, { ...probed, protocol: 'All' }),
  balance('other', 'second', 0, { ...probed, protocol: 'All' }),
)

/** The public pair with an outbound rule for its pool. */
export const publicOutbound: TopologyDocument = documentOf(
  'Public with outbound rule',
  publicPair.resources,
  {
    'outboundRule/out': {
      name: 'out',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfigurations: ['frontendIPConfiguration/site'],
      backendAddressPool: 'backendAddressPool/pool',
      protocol: 'All',
      allocatedOutboundPorts: 1024,
    },
  } satisfies Resources,
)

/** The public pair as the one region of a global load balancer whose address, 20.0.0.9, both guests hold too. */
export const world: TopologyDocument = documentOf(
  'World',
  publicPair.resources,
  machine('vm1', { address: '10.0.0.4' }, linux('65.52.0.1/32', '20.0.0.9/32')),
  machine('vm2', { address: '10.0.0.5' }, linux('65.52.0.1/32', '20.0.0.9/32')),
  {
    'loadBalancer/world': { name: 'world', sku: 'Standard', tier: 'Global' },
    'publicIPAddress/world': {
      name: 'pip-world',
      ipAddress: '20.0.0.9',
      sku: 'Standard',
      publicIPAddressVersion: 'IPv4',
    },
    'frontendIPConfiguration/world': {
      name: 'world',
      loadBalancer: 'loadBalancer/world',
      publicIPAddress: 'publicIPAddress/world',
    },
    'backendAddressPool/regions': {
      name: 'regions',
      loadBalancer: 'loadBalancer/world',
      loadBalancerBackendAddresses: [
        { name: 'here', loadBalancerFrontendIPConfiguration: 'frontendIPConfiguration/site' },
      ],
    },
    'loadBalancingRule/world': {
      name: 'world',
      loadBalancer: 'loadBalancer/world',
      frontendIPConfiguration: 'frontendIPConfiguration/world',
      backendAddressPool: 'backendAddressPool/regions',
      protocol: 'Tcp',
      frontendPort: 80,
      backendPort: 80,
      enableFloatingIP: true,
      loadDistribution: 'Default',
    },
  } satisfies Resources,
)
