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

const firewall = {
  enabled: true,
  inboundAllow: [
    { protocol: 'Tcp' as const, port: 80 },
    { protocol: 'Tcp' as const, port: 8080 },
  ],
}

const document = documentOf(
  'Windows guest with a loopback adapter',
  loadBalancer(),
  network(),
  internalFrontend('app', '10.0.0.100'),
  pool('win1'),
  probe('health', 8080),
  balance('http', 'app', 80, { probe: 'probe/health' }),
  machine(
    'win1',
    { address: '10.0.0.4', guest: { name: 'Ethernet', addresses: [], weakHostReceive: true } },
    { guest: { os: 'windows', firewall }, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
  ),
)

/** Everything a Windows guest needs: the address, three weak host switches, an open firewall, a service. */
export const windowsLoopback: Scenario = {
  id: 'windows-loopback',
  title: document.name,
  about:
    'The reference for Windows: the address on a loopback adapter, weak host receive and send on, the port open.',
  document,
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      delivered,
      '10.0.1.5 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.1.5',
    ),
    expects(probing('health', 'win1'), up, '168.63.129.16 > 10.0.0.4:8080', '10.0.0.4:8080 > 168.63.129.16'),
  ],
}
