import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
} from './builder.ts'
import { arrived, delivered, expects, inbound, probing, routed, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const spoke = (number: 1 | 2) => ({
  [`virtualNetwork/spoke-${number}`]: {
    name: `spoke-${number}`,
    addressPrefixes: [`10.${number}.0.0/16`],
    peerings: ['virtualNetwork/vnet'],
  } as const,
  [`subnet/spoke-${number}`]: {
    name: 'workload',
    virtualNetwork: `virtualNetwork/spoke-${number}`,
    addressPrefix: `10.${number}.0.0/24`,
    routeTable: `routeTable/spoke-${number}`,
  } as const,
  [`routeTable/spoke-${number}`]: {
    name: `spoke-${number}`,
    routes: [
      {
        name: 'via-firewalls',
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.0.0.36',
      },
    ],
  } as const,
})

const appliance = { guest: { os: 'linux' as const, ipForwarding: true }, listeners: ['22'] }
const forwarding = { fields: { enableIPForwarding: true } }

const document = documentOf(
  'Firewall pair behind HA ports',
  loadBalancer(),
  network(
    { addressPrefix: '10.0.0.32/27' },
    { peerings: ['virtualNetwork/spoke-1', 'virtualNetwork/spoke-2'] },
  ),
  spoke(1),
  spoke(2),
  internalFrontend('firewalls', '10.0.0.36'),
  pool('nva1', 'nva2'),
  probe('ssh', 22),
  balance('ha-ports', 'firewalls', 0, { protocol: 'All', enableFloatingIP: false, probe: 'probe/ssh' }),
  machine('nva1', { address: '10.0.0.37', ...forwarding }, appliance),
  machine('nva2', { address: '10.0.0.38', ...forwarding }, appliance),
)

/** Two network appliances in one HA ports rule, and routes of two spokes to it. */
export const firewallPair: Scenario = {
  id: 'firewall-pair',
  title: document.name,
  about:
    'What a route sends to the frontend keeps its destination; only calls to the frontend itself are rewritten.',
  document,
  flows: [
    expects(routed('10.1.0.4', '10.2.0.4:443', { backend: 'nva1' }), arrived, '10.1.0.4 > 10.2.0.4:443'),
    expects(
      routed('10.2.0.4', '10.1.0.4:50000', { backend: 'nva1', sourcePort: 443 }),
      arrived,
      '10.2.0.4:443 > 10.1.0.4:50000',
    ),
    expects(
      inbound('10.1.0.4', '10.0.0.36:22', { backend: 'nva1' }),
      delivered,
      '10.1.0.4 > 10.0.0.36:22',
      '10.1.0.4 > 10.0.0.37:22',
      '10.0.0.37:22 > 10.1.0.4',
      '10.0.0.36:22 > 10.1.0.4',
    ),
    expects(probing('ssh', 'nva1'), up, '168.63.129.16 > 10.0.0.37:22', '10.0.0.37:22 > 168.63.129.16'),
  ],
}
