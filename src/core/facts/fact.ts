/** How a statement is known: by documentation (Microsoft's, or for what Floatpath does its own), by our own measurement on a Linux kernel, by a service's own error or users' reports, or not at all. */
export type Confidence = 'documented' | 'measured' | 'reported' | 'assumed'

/** Confidences from the strongest to the weakest. */
export const confidences: readonly Confidence[] = ['documented', 'measured', 'reported', 'assumed']

/** One thing that Azure or a guest does, and how we know. */
export interface Fact {
  /** Kebab-case, stable. */
  readonly id: string
  /** One sentence, in plain words. */
  readonly statement: string
  /** Title of the page, issue, error or measurement it comes from. */
  readonly source: string
  /** Where to read it; absent for our own measurements. */
  readonly url?: string
  readonly confidence: Confidence
  /** What another source says, where sources disagree. */
  readonly disagreement?: string
}

/** The weakest of some confidences; with none, `assumed`. */
export function weakestConfidence(all: readonly Confidence[]): Confidence {
  return (
    all.reduce<Confidence | undefined>(
      (weakest, one) =>
        weakest === undefined || confidences.indexOf(one) > confidences.indexOf(weakest) ? one : weakest,
      undefined,
    ) ?? 'assumed'
  )
}
