import { useEffect, useMemo, useRef, useState } from 'react'
import type { RuleReachability } from '../../../core/simulator/summary.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { ruleResult } from './rule-result.ts'

/** Up to this many rules are followed at once; more are followed in slices, so that typing never waits. */
const atOnce = 40
const sliceMs = 8
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
    let next = 0
    let drawn = performance.now()
    let timer = 0
    const draw = () => setProgress(({ draws }) => ({ done: next, draws: draws + 1 }))
    const slice = () => {
      const end = performance.now() + sliceMs
      while (next < ruleIds.length && performance.now() < end) {
        const id = ruleIds[next++] as string
        latest.current.byRule.set(id, ruleResult(document, id, client))
      }
      const isDone = next >= ruleIds.length
      if (isDone || performance.now() - drawn > drawMs) {
        draw()
        drawn = performance.now()
      }
      if (!isDone) timer = window.setTimeout(slice)
    }
    timer = window.setTimeout(slice)
    return () => window.clearTimeout(timer)
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
