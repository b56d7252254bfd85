import { ruleCatalogue } from '../../../core/lint/catalogue.ts'
import { lintRules } from '../../../core/lint/rules/index.ts'

type Entry = ReturnType<typeof ruleCatalogue>[number]

let byId: ReadonlyMap<string, Entry> | undefined

/** Title, reason, repair and sources of a kind of finding, by its id. */
export function catalogueEntry(rule: string): Entry | undefined {
  byId ??= new Map(ruleCatalogue().map((entry) => [entry.id, entry]))
  return byId.get(rule)
}

/** How many lint rules look at every document. */
export const countOfLintRules = (): number => lintRules.length
