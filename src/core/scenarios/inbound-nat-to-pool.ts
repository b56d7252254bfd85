import {
  documentOf,
  loadBalancer,
  machine,
  network,
  pool,
  publicFrontend,
  securityGroup,
  securityRule,
} from './builder.ts'
import { delivered, dropped, expects, inbound, refused } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const document = documentOf(
  'Inbound NAT to the members of a pool',
  loadBalancer(),
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(securityRule('Allow-ssh', 100, { protocol: 'Tcp', destinationPortRanges: ['22'] })),
  publicFrontend('jump', '65.52.0.1'),
  pool('vm1', 'vm2'),
  {
    'inboundNatRule/ssh': {
      name: 'ssh',
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: 'frontendIPConfiguration/jump',
      backendAddressPool: 'backendAddressPool/pool',
      protocol: 'Tcp',
      frontendPortRangeStart: 50000,
      frontendPortRangeEnd: 50009,
      backendPort: 22,
      enableFloatingIP: false,
    },
  },
  machine('vm1', { address: '10.0.0.4' }, { guest: { os: 'linux' }, listeners: ['22'] }),
  machine('vm2', { address: '10.0.0.5' }, { guest: { os: 'linux' } }),
)

/** A port of the frontend for each member. */
export const inboundNatToPool: Scenario = {
  id: 'inbound-nat-to-pool',
  title: document.name,
  about: 'Port 50000 reaches the first member and 50001 the second, where nothing listens yet.',
  document,
  flows: [
    expects(
      inbound('203.0.113.10', '65.52.0.1:50000'),
      delivered,
      '203.0.113.10 > 65.52.0.1:50000',
      '203.0.113.10 > 10.0.0.4:22',
      '10.0.0.4:22 > 203.0.113.10',
      '65.52.0.1:50000 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.1:50001'),
      refused('socket', 'no-listener'),
      '203.0.113.10 > 65.52.0.1:50001',
      '203.0.113.10 > 10.0.0.5:22',
      '10.0.0.5:22 > 203.0.113.10',
      '65.52.0.1:50001 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.1:22'),
      dropped('frontend', 'no-rule-match'),
      '203.0.113.10 > 65.52.0.1:22',
    ),
  ],
}
