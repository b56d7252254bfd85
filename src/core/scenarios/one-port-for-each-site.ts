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
} from './builder.ts'
import { delivered, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'

const web = { guest: { os: 'linux' as const }, listeners: ['80', '81', '8080'] }
const off = { enableFloatingIP: false, probe: 'probe/health' as const }

const document = documentOf(
  'Two sites without floating IP',
  loadBalancer(),
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(securityRule('Allow-web', 100, { protocol: 'Tcp', sourceAddressPrefixes: ['Internet'] })),
  publicFrontend('site-a', '65.52.0.1'),
  publicFrontend('site-b', '65.52.0.2'),
  pool('vm1', 'vm2'),
  probe('health', 8080, { protocol: 'Http', requestPath: '/healthz' }),
  balance('http-a', 'site-a', 80, off),
  balance('http-b', 'site-b', 80, { ...off, backendPort: 81 }),
  machine('vm1', { address: '10.0.0.4' }, web),
  machine('vm2', { address: '10.0.0.5' }, web),
)

/** What multiple frontends look like without floating IP: a port of the guest for each. */
export const onePortForEachSite: Scenario = {
  id: 'one-port-for-each-site',
  title: document.name,
  about:
    'Without floating IP both sites arrive at the address of the NIC and must differ in their backend port.',
  document,
  flows: [
    expects(
      inbound('203.0.113.10', '65.52.0.1:80', { backend: 'vm1' }),
      delivered,
      '203.0.113.10 > 65.52.0.1:80',
      '203.0.113.10 > 10.0.0.4:80',
      '10.0.0.4:80 > 203.0.113.10',
      '65.52.0.1:80 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.2:80', { backend: 'vm2' }),
      delivered,
      '203.0.113.10 > 65.52.0.2:80',
      '203.0.113.10 > 10.0.0.5:81',
      '10.0.0.5:81 > 203.0.113.10',
      '65.52.0.2:80 > 203.0.113.10',
    ),
  ],
}
