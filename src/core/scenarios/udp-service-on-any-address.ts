import { patch } from '../topology/document.ts'
import { dropped, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { udpServiceOnFrontendAddress } from './udp-service-on-frontend-address.ts'

const title = 'DNS server on any address'

/** A UDP service that is bound to 0.0.0.0. */
export const udpServiceOnAnyAddress: Scenario = {
  id: 'udp-service-on-any-address',
  title,
  about:
    'A UDP service bound to any address answers from the NIC’s own one, and clients throw the answer away.',
  document: patch({ ...udpServiceOnFrontendAddress.document, name: title }, 'listener/dns1-1', {
    address: '0.0.0.0',
  }),
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.53:53', { protocol: 'Udp' }),
      dropped('host-egress', 'reply-source-mismatch'),
      '10.0.1.5 > 10.0.0.53:53',
      '10.0.0.4:53 > 10.0.1.5',
    ),
  ],
}
