import { patch } from '../topology/document.ts'
import { dropped, expects, inbound } from './expectation.ts'
import type { Scenario } from './scenario.ts'
import { windowsLoopback } from './windows-loopback.ts'

const title = 'Windows guest whose firewall opens only the probe'

/** The firewall of the guest lets the probe in and nobody else. */
export const windowsFirewallClosed: Scenario = {
  id: 'windows-firewall-closed',
  title,
  about: 'The guest firewall allows the probe’s port only: the VM is healthy and every connection times out.',
  document: patch({ ...windowsLoopback.document, name: title }, 'virtualMachine/win1', {
    guest: { os: 'windows', firewall: { enabled: true, inboundAllow: [{ protocol: 'Tcp', port: 8080 }] } },
  }),
  flows: [
    expects(
      inbound('10.0.1.5', '10.0.0.100:80'),
      dropped('guest-firewall', 'guest-firewall'),
      '10.0.1.5 > 10.0.0.100:80',
    ),
  ],
}
