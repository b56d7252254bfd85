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
import { delivered, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const document = documentOf(
  'DNS server on the frontend address',
  loadBalancer(),
  network(),
  internalFrontend('dns', '10.0.0.53'),
  pool('dns1'),
  probe('health', 8080),
  balance('dns', 'dns', 53, { protocol: 'Udp', probe: 'probe/health' }),
  machine(
    'dns1',
    { address: '10.0.0.4' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.53/32'], listeners: ['udp 10.0.0.53:53', '8080'] },
  ),
)

/** A UDP service that is bound to the address it is called by. */
export const udpServiceOnFrontendAddress: Scenario = {
  id: 'udp-service-on-frontend-address',
  title: document.name,
  about: 'A UDP service bound to the frontend address answers from it, so clients accept the answer.',
  document,
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.53:53', { protocol: 'Udp' }),
      delivered,
      '10.0.1.5 > 10.0.0.53:53',
      '10.0.0.53:53 > 10.0.1.5',
    ),
  ],
}
