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
import { delivered, dropped, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'

/** What the guests of both VMs are. */
export const webGuest = {
  os: 'linux' as const,
  firewall: {
    enabled: true,
    inboundAllow: [
      { protocol: 'Tcp' as const, port: 443 },
      { protocol: 'Tcp' as const, port: 8080 },
    ],
  },
}

const web = {
  guest: webGuest,
  loopback: ['65.52.0.1/32', '65.52.0.2/32'],
  listeners: ['65.52.0.1:443', '65.52.0.2:443', '8080'],
}

const document = documentOf(
  'Two public TLS sites on one pool',
  loadBalancer(),
  network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
  securityGroup(
    securityRule('Allow-https', 100, {
      protocol: 'Tcp',
      sourceAddressPrefixes: ['Internet'],
      destinationAddressPrefixes: ['65.52.0.1/32', '65.52.0.2/32'],
      destinationPortRanges: ['443'],
    }),
  ),
  publicFrontend('site-a', '65.52.0.1'),
  publicFrontend('site-b', '65.52.0.2'),
  pool('vm1', 'vm2'),
  probe('health', 8080, { protocol: 'Http', requestPath: '/healthz' }),
  balance('https-a', 'site-a', 443, { probe: 'probe/health' }),
  balance('https-b', 'site-b', 443, { probe: 'probe/health' }),
  machine('vm1', { address: '10.0.0.4' }, web),
  machine('vm2', { address: '10.0.0.5' }, web),
)

/** Two sites with a certificate each, on one port of one pool, told apart by the address that the guest sees. */
export const twoPublicTlsSites: Scenario = {
  id: 'two-public-tls-sites',
  title: document.name,
  about:
    'Both sites listen on port 443 of the same VMs; floating IP lets each service bind to its own public address.',
  document,
  flows: [
    expects(probing('health', 'vm1'), up, '168.63.129.16 > 10.0.0.4:8080', '10.0.0.4:8080 > 168.63.129.16'),
    expects(
      inbound('203.0.113.10', '65.52.0.1:443', { backend: 'vm1' }),
      delivered,
      '203.0.113.10 > 65.52.0.1:443',
      '65.52.0.1:443 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.2:443'),
      delivered,
      '203.0.113.10 > 65.52.0.2:443',
      '65.52.0.2:443 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.1:80'),
      dropped('frontend', 'no-rule-match'),
      '203.0.113.10 > 65.52.0.1:80',
    ),
  ],
}
