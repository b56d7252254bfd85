import { patch } from '../topology/document.ts'
import { delivered, dropped, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { twoPublicTlsSites } from './two-public-tls-sites.ts'

const title = 'Public site that one VM cannot serve'

/** The classic: one guest lacks one address, and the probe cannot tell. */
export const publicSiteMissingOnOneVm: Scenario = {
  id: 'public-site-missing-on-one-vm',
  title,
  about: 'vm2 lacks the address of site-b, so half of its connections hang while every probe is green.',
  document: patch({ ...twoPublicTlsSites.document, name: title }, 'loopbackInterface/vm2-lo', {
    addresses: ['65.52.0.1/32'],
  }),
  flows: [
    expects(probing('health', 'vm2'), up, '168.63.129.16 > 10.0.0.5:8080', '10.0.0.5:8080 > 168.63.129.16'),
    expects(
      inbound('203.0.113.10', '65.52.0.2:443', { backend: 'vm1' }),
      delivered,
      '203.0.113.10 > 65.52.0.2:443',
      '65.52.0.2:443 > 203.0.113.10',
    ),
    expects(
      inbound('203.0.113.10', '65.52.0.2:443', { backend: 'vm2' }),
      dropped('guest-ip', 'guest-no-address'),
      '203.0.113.10 > 65.52.0.2:443',
    ),
  ],
}
