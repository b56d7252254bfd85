import { MoveRight } from 'lucide-react'
import type { Trace } from '../../../core/simulator/trace.ts'
import { say } from '../../../core/simulator/words.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { verdictLine } from '../trace/verdict-line.ts'
import { placeWords } from '../trace/words.ts'

/** The header of a packet at each hop until its trace ends, and how it ends. */
export function PacketStrip({ model, trace }: { readonly model: TopologyModel; readonly trace: Trace }) {
  const { tone, text } = verdictLine(model, trace)
  const last = trace.hops.length - 1
  return (
    <div className="packet-strip">
      <ol>
        {trace.hops.map((hop, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hops never move
          <li key={index} className={index === last ? `packet-strip__end packet-strip__end--${tone}` : ''}>
            <span className="packet-strip__place">
              {placeWords[hop.at]} <span>{model.nameOf(hop.resource)}</span>
            </span>
            <code>
              {say(model, hop.source)} <MoveRight size={12} aria-label="to" /> {say(model, hop.destination)}
            </code>
          </li>
        ))}
      </ol>
      <p>
        <VerdictBadge tone={tone}>{text}</VerdictBadge>
      </p>
    </div>
  )
}
