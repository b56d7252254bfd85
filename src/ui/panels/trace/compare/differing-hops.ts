import type { Hop, Trace } from '../../../../core/simulator/trace.ts'
import type { PairedStep } from '../../../store/aligned-steps.ts'

type Half = 'source' | 'destination'
type Same = (one: Hop | undefined, other: Hop | undefined, half: Half) => boolean

interface Compared {
  readonly on: { readonly trace: Trace }
  readonly off: { readonly trace: Trace }
  readonly steps: readonly PairedStep[]
}

/** For each of the two traces: by hop, which halves of the header are not the same in the other one. */
export interface Differing {
  readonly one: ReadonlyMap<number, ReadonlySet<Half>>
  readonly other: ReadonlyMap<number, ReadonlySet<Half>>
}

/** The headers that floating IP makes different: each hop beside what the other packet had at that place. */
export function differingHops({ on, off, steps }: Compared, same: Same): Differing {
  const one = new Map<number, Set<Half>>()
  const other = new Map<number, Set<Half>>()
  const note = (map: Map<number, Set<Half>>, index: number, half: Half) =>
    map.set(index, (map.get(index) ?? new Set<Half>()).add(half))
  for (const step of steps) {
    const [left, right] = [on.trace.hops[step.one], off.trace.hops[step.other]]
    // Where only one of them passes a place, the other still stands at its last one.
    if (left?.at !== right?.at) continue
    for (const half of ['source', 'destination'] as const) {
      if (same(left, right, half)) continue
      note(one, step.one, half)
      note(other, step.other, half)
    }
  }
  return { one, other }
}
