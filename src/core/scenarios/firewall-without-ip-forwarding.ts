import { patch } from '../topology/document.ts'
import { arrived, dropped, expects, routed } from './expectation.ts'
import { firewallPair } from './firewall-pair.ts'
import type { Scenario } from './scenario.ts'

const title = 'Firewall without IP forwarding on its NIC'

/** One of two appliances whose NIC drops what is not for itself. */
export const firewallWithoutIpForwarding: Scenario = {
  id: 'firewall-without-ip-forwarding',
  title,
  about:
    'nva1’s NIC takes only packets for its own address, so routed traffic through it is lost; its probe is green.',
  document: patch({ ...firewallPair.document, name: title }, 'networkInterface/nva1-nic', {
    enableIPForwarding: false,
  }),
  flows: [
    expects(
      routed('10.1.0.4', '10.2.0.4:443', { backend: 'nva1' }),
      dropped('host', 'nic-ip-forwarding-disabled'),
      '10.1.0.4 > 10.2.0.4:443',
    ),
    expects(routed('10.1.0.4', '10.2.0.4:443', { backend: 'nva2' }), arrived, '10.1.0.4 > 10.2.0.4:443'),
  ],
}
