import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

export const ipForwardingDisabled: Example = {
  before: changed(appliances, ['networkInterface/nva1-nic', 'enableIPForwarding', false]),
  after: appliances,
  change: 'IP forwarding is switched on at the NIC of nva1.',
}
