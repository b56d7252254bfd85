import { delivered, dropped, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { twoTlsSites } from './two-tls-sites.ts'

/** What somebody sees who opens Floatpath for the first time. */
export const firstView: Scenario = {
  id: 'first-view',
  title: twoTlsSites.name,
  about:
    'web2 lacks the address of site-b, so half of the connections to site-b hang while the probe is green.',
  document: twoTlsSites,
  flows: [
    expects(
      inbound('client/app-tier', '10.0.0.100:443'),
      delivered,
      '10.0.1.20 > 10.0.0.100:443',
      '10.0.0.100:443 > 10.0.1.20',
    ),
    expects(
      inbound('client/app-tier', '10.0.0.101:443', { backend: 'web1' }),
      delivered,
      '10.0.1.20 > 10.0.0.101:443',
      '10.0.0.101:443 > 10.0.1.20',
    ),
    expects(
      inbound('client/app-tier', '10.0.0.101:443', { backend: 'web2' }),
      dropped('guest-ip', 'guest-no-address'),
      '10.0.1.20 > 10.0.0.101:443',
    ),
    expects(probing('health', 'web2'), up, '168.63.129.16 > 10.0.0.5:8080', '10.0.0.5:8080 > 168.63.129.16'),
  ],
}
