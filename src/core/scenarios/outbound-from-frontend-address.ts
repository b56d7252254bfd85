import { patch } from '../topology/document.ts'
import { publicFrontend } from './builder.ts'
import { arrived, dropped, expects, outbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { twoPublicTlsSites, webGuest } from './two-public-tls-sites.ts'

const title = 'Outbound connection bound to a frontend address'

const { document: before } = twoPublicTlsSites
const connection = { protocol: 'Tcp' as const, to: '198.51.100.7', port: 443 }

/** An application that binds its outgoing socket to the address it is called by. */
export const outboundFromFrontendAddress: Scenario = {
  id: 'outbound-from-frontend-address',
  title,
  about:
    'Azure translates only the NIC’s own address, so the connection bound to the frontend address goes nowhere.',
  document: patch(
    {
      ...before,
      name: title,
      resources: {
        ...before.resources,
        ...publicFrontend('out', '65.52.0.9'),
        'outboundRule/out': {
          name: 'out',
          loadBalancer: 'loadBalancer/lb',
          frontendIPConfigurations: ['frontendIPConfiguration/out'],
          backendAddressPool: 'backendAddressPool/pool',
          protocol: 'All',
          allocatedOutboundPorts: 1024,
        },
      },
    },
    'virtualMachine/vm1',
    {
      guest: {
        ...webGuest,
        connections: [
          { name: 'updates', ...connection },
          { name: 'partner', ...connection, bind: '65.52.0.1' },
        ],
      },
    },
  ),
  flows: [
    expects(
      outbound('vm1', '198.51.100.7:443', '65.52.0.1'),
      dropped('host-egress', 'outbound-vip-source'),
      '65.52.0.1 > 198.51.100.7:443',
    ),
    expects(
      outbound('vm1', '198.51.100.7:443'),
      arrived,
      '10.0.0.4 > 198.51.100.7:443',
      '65.52.0.9 > 198.51.100.7:443',
    ),
  ],
}
