import type { Endpoint, Flow, Place, Reason, Verdict } from '../simulator/trace.ts'
import type { TopologyDocument } from '../topology/document.ts'

/** A flow with what must become of it, for every trace it has. */
export interface ExpectedFlow {
  readonly flow: Flow
  readonly expect: {
    readonly verdict: Verdict
    readonly at: Place
    readonly reason: Reason
    readonly securityRule?: string | null
    /** The headers on the way, immediate repetitions left out; a `null` port is any ephemeral one. */
    readonly packets: readonly { readonly source: Endpoint; readonly destination: Endpoint }[]
  }
}

/** A topology that is a template, a test fixture and an end-to-end case at once. */
export interface Scenario {
  readonly id: string
  readonly title: string
  /** What it shows, in one sentence. */
  readonly about: string
  readonly document: TopologyDocument
  readonly flows: readonly ExpectedFlow[]
  /** The codes with which Azure refuses to deploy it; absent where it accepts. */
  readonly refusedWith?: readonly string[]
}
