import { applyCommands, type Command } from '../edit/command.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { judge } from './accepted.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import { type Group, grouped } from './grouped.ts'
import { lint } from './lint.ts'

/** How many findings are repaired in one go. */
const mostRepairs = 200

/** The outcome of repairing several findings, as one list of edits. */
export interface Repaired {
  readonly document: TopologyDocument
  readonly commands: readonly Command[]
  /** How many repairs were made. */
  readonly repairs: number
}

/** The repairs that take a finding away as a whole: without those for one thing, where several things are wrong. */
export function wholeFixes({ fixes }: Pick<Diagnostic, 'fixes'>): readonly Fix[] {
  const things = new Set(fixes.flatMap(({ thing }) => thing ?? []))
  return things.size > 1 ? fixes.filter(({ thing }) => thing === undefined) : fixes
}

/**
 * Findings in the order in which they are repaired without asking: first those from which others follow. What follows
 * from one for which somebody has to choose waits for that choice, which may take it away.
 */
export function repairedUnasked(
  groups: readonly Group[],
  fixesOf: (one: Diagnostic) => readonly Fix[],
): readonly Diagnostic[] {
  const ways = (one: Diagnostic) => wholeFixes({ fixes: fixesOf(one) }).length
  const waiting = ({ cause, consequences }: Group) => consequences.length > 0 && ways(cause) > 1
  return [
    ...groups.map(({ cause }) => cause),
    ...groups.filter((group) => !waiting(group)).flatMap(({ consequences }) => consequences),
  ].filter((one) => ways(one) === 1)
}

const keyOf = ({ rule, resource }: Diagnostic) => `${rule} ${resource}`
const findingsOf = (document: TopologyDocument) => judge(document, lint(document)).open
const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  new Set(diagnostics.filter(({ severity }) => severity === 'error').map(keyOf))

/**
 * Repairs one finding after the other, each in the document that the repairs before it left, and each once.
 * A repair that would bring an error that was not there is left out.
 */
function repair(
  document: TopologyDocument,
  choose: (one: Diagnostic) => Fix | undefined,
  inOrder = (_: TopologyDocument, found: readonly Diagnostic[]) => found,
): Repaired {
  let current = document
  let found = findingsOf(current)
  let repairs = 0
  const commands: Command[] = []
  const tried = new Set<string>()
  while (tried.size < mostRepairs) {
    const next = inOrder(current, found).find((one) => !tried.has(keyOf(one)) && choose(one) !== undefined)
    const fix = next && choose(next)
    if (!next || !fix) break
    tried.add(keyOf(next))
    const after = applyCommands(current, fix.commands)
    if (after === current) continue
    const foundAfter = findingsOf(after)
    const before = errorsOf(found)
    if ([...errorsOf(foundAfter)].some((key) => !before.has(key))) continue
    commands.push(...fix.commands)
    current = after
    found = foundAfter
    repairs++
  }
  return { document: current, commands, repairs }
}

/** Repairs every finding for which there is one repair and no choice, unless it follows from one with a choice. */
export function fixEverything(document: TopologyDocument): Repaired {
  return repair(
    document,
    (one) => wholeFixes(one)[0],
    (current, found) => repairedUnasked(grouped(found, resolve(current)), ({ fixes }) => fixes),
  )
}

/** Repairs every finding of one lint rule in the way that is chosen for one of them. */
export function fixAllOfKind(document: TopologyDocument, example: Diagnostic, choice: number): Repaired {
  const choices = wholeFixes(example).length
  return repair(document, (one) => {
    if (one.rule !== example.rule) return undefined
    const fixes = wholeFixes(one)
    return fixes.length === choices ? fixes[choice] : undefined
  })
}
