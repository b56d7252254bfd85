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
import { delivered, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const document = documentOf(
  'Linux guest with the address on lo',
  loadBalancer(),
  network(),
  internalFrontend('app', '10.0.0.100'),
  pool('ub1'),
  probe('health', 80),
  balance('http', 'app', 80, { probe: 'probe/health' }),
  machine(
    'ub1',
    { address: '10.0.0.4' },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80'] },
  ),
)

/** Everything a Linux guest needs: the address as a /32 on lo, and a service. */
export const linuxLoopback: Scenario = {
  id: 'linux-loopback',
  title: document.name,
  about: 'The reference for Linux: the frontend address as /32 on lo reaches clients in every subnet.',
  document,
  flows: [
    expects(
      inbound('10.0.0.77', '10.0.0.100:80'),
      delivered,
      '10.0.0.77 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.77',
    ),
    expects(probing('health', 'ub1'), up, '168.63.129.16 > 10.0.0.4:80', '10.0.0.4:80 > 168.63.129.16'),
  ],
}
