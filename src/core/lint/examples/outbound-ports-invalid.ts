import { changed } from './change.ts'
import { publicOutbound } from './documents.ts'
import type { Example } from './example.ts'

export const outboundPortsInvalid: Example = {
  before: changed(publicOutbound, ['outboundRule/out', 'allocatedOutboundPorts', 32_008]),
  after: changed(publicOutbound, ['outboundRule/out', 'allocatedOutboundPorts', 32_000]),
  change: 'Both members together get no more ports than one address has.',
}
