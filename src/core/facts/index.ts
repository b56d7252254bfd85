import { checkingFacts } from './checking.ts'
import { configurationFacts } from './configuration.ts'
import { deliveryFacts } from './delivery.ts'
import type { Fact } from './fact.ts'
import { refusalFacts } from './refusals.ts'
import { supportFacts } from './support.ts'
import { surpriseFacts } from './surprises.ts'

/** Every fact that a hop or a lint rule may cite. */
export const facts: readonly Fact[] = [
  ...deliveryFacts,
  ...configurationFacts,
  ...supportFacts,
  ...refusalFacts,
  ...surpriseFacts,
  ...checkingFacts,
]

const byId = new Map(facts.map((fact) => [fact.id, fact]))

/** The fact with this id. Citing one that does not exist is a mistake in Floatpath and throws. */
export function factOf(id: string): Fact {
  const fact = byId.get(id)
  if (!fact) throw new Error(`There is no fact “${id}”.`)
  return fact
}
