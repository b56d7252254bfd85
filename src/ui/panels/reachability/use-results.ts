import { useEffect, useMemo, useRef, useState } from 'react'
import { type RuleReachability, reachabilitySlices } from '../../../core/simulator/summary.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { inSlices } from '../../in-slices.ts'
import { ruleResult } from './rule-result.ts'

/** Up to this many rules are followed at once; more are followed in slices, so that typing never waits. */
const atOnce = 40
/** How often the grid is drawn anew while results come in. */
const drawMs = 120

export interface Results {
  readonly byRule: ReadonlyMap<string, RuleReachability>
  /** How many rules are followed so far. */
  readonly done: number
  readonly total: number
}

/** How every rule fares. While an edit of a large diagram is followed, the results before it stay. */
export function useResults(
  document: TopologyDocument,
  ruleIds: readonly string[],
  client: string | null,
): Results {
  const isSmall = ruleIds.length <= atOnce
  const latest = useRef<{ byRule: Map<string, RuleReachability>; client: string | null }>({
    byRule: new Map(),
    client,
  })
  const [progress, setProgress] = useState({ done: 0, draws: 0 })

  const now = useMemo(() => {
    if (!isSmall) return undefined
    return new Map(ruleIds.flatMap((id) => [[id, ruleResult(document, id, client)] as const]))
  }, [document, ruleIds, client, isSmall])

  useEffect(() => {
    if (isSmall) return
    if (latest.current.client !== client) latest.current = { byRule: new Map(), client }
    let done = 0
    let drawn = performance.now()
    const keep = (slice: readonly RuleReachability[]) => {
      for (const { ruleId } of slice) latest.current.byRule.set(ruleId, ruleResult(document, ruleId, client))
      done += slice.length
    }
    return inSlices(reachabilitySlices(document, ruleIds), keep, (isDone) => {
      if (!isDone && performance.now() - drawn <= drawMs) return
      drawn = performance.now()
      setProgress(({ draws }) => ({ done, draws: draws + 1 }))
    })
  }, [document, ruleIds, client, isSmall])

  const total = ruleIds.length
  // A map of its own for each drawing, so that what is derived from it is derived again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the results behind the reference change with each drawing
  const slow = useMemo(
    () => (latest.current.client === client ? new Map(latest.current.byRule) : new Map()),
    [progress, client],
  )
  return now ? { byRule: now, done: total, total } : { byRule: slow, done: progress.done, total }
}
