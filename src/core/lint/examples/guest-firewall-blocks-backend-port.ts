import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const firewall = (...inboundAllow: readonly object[]) =>
  ['virtualMachine/vm1', 'guest.firewall', { enabled: true, inboundAllow }] as const

export const guestFirewallBlocksBackendPort: Example = {
  before: changed(linuxPair, firewall({ protocol: 'Tcp', port: 8080 })),
  after: changed(linuxPair, firewall({ protocol: 'Tcp', port: 8080 }, { protocol: 'Tcp', port: 80 })),
  change: 'The firewall of vm1 lets port 80 in.',
}
