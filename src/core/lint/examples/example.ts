import type { TopologyDocument } from '../../topology/document.ts'

/** A small document with one mistake, and the same without it. Tests run both, and the page of the lint rule shows them. */
export interface Example {
  readonly before: TopologyDocument
  readonly after: TopologyDocument
  /** What is different afterwards, in one sentence. */
  readonly change: string
}
