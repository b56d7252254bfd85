import { useEffect, useState } from 'react'
import type { Drawing } from '../../../core/drawing/to-drawing.ts'
import type { Trace } from '../../../core/simulator/trace.ts'
import { resolve } from '../../../core/topology/model.ts'
import { inSlices } from '../../in-slices.ts'
import { toneOfTrace } from '../../panels/trace/verdict-line.ts'
import { useCheckedDocument } from '../../store/after-typing.ts'
import { useCheckedIdentities } from '../../store/derived.ts'
import { type Swarm, useSession } from '../../store/session.ts'
import { journeyOf } from '../packet/journey.ts'
import type { SwarmPacket } from './draw-swarm.ts'
import { swarmTraces } from './swarm-traces.ts'

/** Keeps what is generated, and what the generator returns at its end. */
function* withEnd(traces: Generator<Trace, boolean>, atEnd: (all: boolean) => void): Generator<Trace, void> {
  atEnd(yield* traces)
}

/** The packets of a rule or of all, found bit by bit; after an edit the ones before it go on until the new ones are there. */
export function useSwarmPackets(canvas: Drawing, { rule }: Swarm): readonly SwarmPacket[] {
  const document = useCheckedDocument()
  const identities = useCheckedIdentities()
  const whatIf = useSession((state) => state.whatIf)
  const measured = useSession((state) => state.measured)
  const [packets, setPackets] = useState<readonly SwarmPacket[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the what-if is read where packets are followed
  useEffect(() => {
    const model = resolve(document)
    const found: SwarmPacket[] = []
    let [bad, isAll] = [0, true]
    const keep = (trace: Trace) => {
      const journey = journeyOf(model, canvas, trace)
      if (!journey) return
      const fails = toneOfTrace(model, trace) === 'bad'
      if (fails) bad++
      found.push({
        rail: journey.rail,
        distances: journey.stops.map(({ distance }) => distance),
        identity: identities.get(trace.hops[0]?.destination.address ?? ''),
        fails,
      })
    }
    const traces = withEnd(swarmTraces(document, rule), (all) => {
      isAll = all
    })
    return inSlices(traces, keep, (isDone) => {
      if (!isDone) return
      setPackets(found)
      useSession.setState({ swarmCounts: { total: found.length, bad, isAll } })
    })
  }, [document, canvas, identities, rule, whatIf, measured])
  return packets
}
