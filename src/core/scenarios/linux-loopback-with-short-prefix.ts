import { patch } from '../topology/document.ts'
import { delivered, dropped, expects, inbound, probing, up } from './expectation.ts'
import { linuxLoopback } from './linux-loopback.ts'
import type { Scenario } from './scenario.ts'

const title = 'Linux guest with a /24 on lo'

/** The mask that the documentation shows, taken literally. */
export const linuxLoopbackWithShortPrefix: Scenario = {
  id: 'linux-loopback-with-short-prefix',
  title,
  about:
    'A /24 on lo makes the whole subnet local: answers to clients in it never leave the guest, others are served.',
  document: patch({ ...linuxLoopback.document, name: title }, 'loopbackInterface/ub1-lo', {
    addresses: ['10.0.0.100/24'],
  }),
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      delivered,
      '10.0.1.5 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.1.5',
    ),
    expects(
      inbound('10.0.0.77', '10.0.0.100:80'),
      dropped('guest-egress', 'reply-routed-to-loopback'),
      '10.0.0.77 > 10.0.0.100:80',
      '10.0.0.100:80 > 10.0.0.77',
    ),
    expects(probing('health', 'ub1'), up, '168.63.129.16 > 10.0.0.4:80', '10.0.0.4:80 > 168.63.129.16'),
  ],
}
