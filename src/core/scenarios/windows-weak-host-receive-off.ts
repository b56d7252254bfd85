import { patch } from '../topology/document.ts'
import { dropped, expects, inbound, probing, up } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { windowsLoopback } from './windows-loopback.ts'

const title = 'Windows guest without weak host receive'

/** The NIC refuses packets for an address of another interface. */
export const windowsWeakHostReceiveOff: Scenario = {
  id: 'windows-weak-host-receive-off',
  title,
  about:
    'Weak host receive is off on the NIC: Windows drops every packet for the frontend address, the probe is green.',
  document: patch({ ...windowsLoopback.document, name: title }, 'networkInterface/win1-nic', {
    guest: { name: 'Ethernet', addresses: [], weakHostReceive: false },
  }),
  flows: [
    expects(probing('health', 'win1'), up, '168.63.129.16 > 10.0.0.4:8080', '10.0.0.4:8080 > 168.63.129.16'),
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('guest-ip', 'guest-strong-host-receive'),
      '10.0.1.5 > 10.0.0.100:80',
    ),
  ],
}
