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
import { dropped, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const document = documentOf(
  'Floating IP on a secondary IP configuration',
  loadBalancer(),
  network(),
  internalFrontend('app', '10.0.0.100'),
  pool('ub1-nic-ipconfig2'),
  probe('health', 80),
  balance('http', 'app', 80, { probe: 'probe/health' }),
  machine(
    'ub1',
    { address: '10.0.0.4', secondary: ['10.0.0.14'] },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80'] },
  ),
)

/** A pool whose member is not the primary IP configuration of its NIC. */
export const floatingIpOnSecondaryIpconfig: Scenario = {
  id: 'floating-ip-on-secondary-ipconfig',
  title: document.name,
  about:
    'The member is a secondary IP configuration: its probe is green, but floating traffic to it does not work.',
  document,
  flows: [
    expects(probing('health', 'ub1'), up, '168.63.129.16 > 10.0.0.14:80', '10.0.0.14:80 > 168.63.129.16'),
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('host', 'unsupported-secondary-ipconfig'),
      '10.0.1.5 > 10.0.0.100:80',
    ),
  ],
}
