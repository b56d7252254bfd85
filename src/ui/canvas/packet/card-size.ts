import type { Size } from '../../../core/edit/geometry.ts'
import type { Endpoint, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { addressAndPort } from '../../components/AddressChip.tsx'
import { toneOfTrace, verdictLine } from '../../panels/trace/verdict-line.ts'

/** How many characters of an address stand on one line. */
const lineOf = 26

const charactersOf = ({ address, port }: Endpoint) => addressAndPort(address, port).length

/** How wide a chip with this text is. */
const chipWidth = (endpoint: Endpoint) => Math.min(lineOf, charactersOf(endpoint)) * 7.3 + 32

/** Whether a packet is at the hop where it is lost or refused. */
export const isFailedAt = (model: TopologyModel, trace: Trace, index: number): boolean =>
  index >= trace.hops.length - 1 && toneOfTrace(model, trace) === 'bad'

/** How large the card is that shows the header of a packet at a hop. */
export function cardSize(model: TopologyModel, trace: Trace, index: number, caption = ''): Size {
  const hop = trace.hops[index]
  const failed = isFailedAt(model, trace, index)
  const captionWidth = caption === '' ? 0 : caption.length * 6.5 + 8
  const headerWidth = hop ? chipWidth(hop.source) + chipWidth(hop.destination) + 44 + captionWidth : 200
  const textWidth = verdictLine(model, trace).text.length * 6.5 + 24
  const width = failed ? Math.max(headerWidth, Math.min(400, textWidth)) : headerWidth
  const isHigh = hop && Math.max(charactersOf(hop.source), charactersOf(hop.destination)) > lineOf
  const height = (failed ? (textWidth > width ? 78 : 60) : 36) + (isHigh ? 18 : 0)
  return { width, height }
}
