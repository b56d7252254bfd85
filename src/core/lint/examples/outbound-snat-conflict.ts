import { changed } from './change.ts'
import { publicOutbound } from './documents.ts'
import type { Example } from './example.ts'

export const outboundSnatConflict: Example = {
  before: changed(publicOutbound, ['loadBalancingRule/web', 'disableOutboundSnat', false]),
  after: publicOutbound,
  change: 'The load-balancing rule leaves outbound connections to the outbound rule.',
}
