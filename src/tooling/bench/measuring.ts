import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { TopologyDocument } from '../../core/topology/document.ts'

/** The same resources for a new model: nothing is known of it, and nothing of what was known may be used again. */
export const copied = (document: TopologyDocument): TopologyDocument => ({
  ...document,
  resources: structuredClone(document.resources),
})

setFlagsFromString('--expose-gc')
/** Collects garbage: what making a document leaves behind is no part of what is measured. */
export const collectGarbage: () => void = runInNewContext('gc')

/** How long a run takes. */
export function milliseconds(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** A number with few digits. */
export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
