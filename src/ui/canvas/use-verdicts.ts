import { useEffect, useState } from 'react'
import { type Verdicts, verdictsOf } from '../../core/drawing/verdicts.ts'
import {
  type RuleReachability,
  reachabilityOfRule,
  reachabilitySlices,
} from '../../core/simulator/summary.ts'
import type { Resources, TopologyDocument } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { inSlices } from '../in-slices.ts'
import { useLatestVerdicts } from '../store/latest-verdicts.ts'

/** Up to this many rules are followed at once; more are followed in slices, so that typing and dragging never wait. */
const atOnce = 60

const cache = new WeakMap<Resources, Verdicts>()
const nothing: Verdicts = { ruleVerdicts: new Map(), guestVerdicts: new Map() }

function ruleIds(document: TopologyDocument): readonly string[] {
  const model = resolve(document)
  return [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')].map(({ id }) => id)
}

function finish(document: TopologyDocument, all: readonly RuleReachability[]): Verdicts {
  const verdicts = verdictsOf(resolve(document), all)
  cache.set(document.resources, verdicts)
  return verdicts
}

/** What the simulator says of every rule and guest. In a large diagram it may be that of the last edit for a moment. */
export function useVerdicts(document: TopologyDocument): Verdicts {
  const [late, setLate] = useState(nothing)
  const known = cache.get(document.resources)
  const ids = ruleIds(document)
  const small = ids.length <= atOnce
  const now =
    known ??
    (small
      ? finish(
          document,
          ids.flatMap((id) => reachabilityOfRule(document, id) ?? []),
        )
      : undefined)

  useEffect(() => {
    if (cache.has(document.resources)) return
    const found: RuleReachability[] = []
    const keep = (slice: readonly RuleReachability[]) => found.push(...slice)
    return inSlices(reachabilitySlices(document), keep, (isDone) => {
      if (isDone) setLate(finish(document, found))
    })
  }, [document])

  const shown = now ?? late
  useEffect(() => useLatestVerdicts.setState(shown), [shown])
  return shown
}
