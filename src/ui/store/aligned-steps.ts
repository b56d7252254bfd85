import type { Hop } from '../../core/simulator/trace.ts'

/** One moment of two packets that are played together: the hop that each has reached. */
export interface PairedStep {
  readonly one: number
  readonly other: number
}

const isSamePlace = (one: Hop | undefined, other: Hop | undefined) => one?.at === other?.at

/** How many places two ends of traces have in common, in their order. */
function commonPlaces(one: readonly Hop[], other: readonly Hop[]): (i: number, j: number) => number {
  const width = other.length + 1
  const lengths = new Array<number>((one.length + 1) * width).fill(0)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isSamePlace(one[i], other[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}

/**
 * Two traces in step: places that both pass are passed together, and at a place that only one passes
 * the other waits where it was. A packet that has ended stays at its end.
 */
export function alignedSteps(one: readonly Hop[], other: readonly Hop[]): readonly PairedStep[] {
  const common = commonPlaces(one, other)
  const steps: PairedStep[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    const together = i < one.length && j < other.length && isSamePlace(one[i], other[j])
    const first = together || (i < one.length && (j >= other.length || common(i + 1, j) >= common(i, j + 1)))
    const second = together || !first
    if (first) i++
    if (second) j++
    steps.push({ one: Math.max(0, i - 1), other: Math.max(0, j - 1) })
  }
  return steps
}
