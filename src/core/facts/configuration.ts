import type { Fact } from './fact.ts'

/** What Azure accepts or refuses, and what people get wrong when they configure it. */
export const configurationFacts: readonly Fact[] = []
