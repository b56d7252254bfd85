import { ruleCatalogue } from '../../../core/lint/catalogue.ts'

type Entry = ReturnType<typeof ruleCatalogue>[number]

let byId: ReadonlyMap<string, Entry> | undefined

/** Title, reason, repair and sources of a lint rule. */
export function catalogueEntry(rule: string): Entry | undefined {
  byId ??= new Map(ruleCatalogue().map((entry) => [entry.id, entry]))
  return byId.get(rule)
}

/** How many lint rules look at every document. */
export const countOfLintRules = (): number => ruleCatalogue().length
