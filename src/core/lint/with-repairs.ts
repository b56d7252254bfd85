import { applyCommands } from '../edit/command.ts'
import type { TopologyDocument } from '../topology/document.ts'
import type { Fix } from './diagnostic.ts'
import { notices } from './notices/index.ts'
import { lintRules } from './rules/index.ts'
import type { Found } from './run-lint-rule.ts'

type FindIn = (document: TopologyDocument) => readonly Found[]

/** How many findings that a repair uncovers are repaired with it. */
const mostRepairs = 8

/** How many kinds of findings a repair may leave behind, each named in its label. */
const mostFollowing = 2

/**
 * Each repair that is tried out costs a lint or two. Beyond this many resources one of them would be felt while
 * typing, and beyond this product of resources and findings all of them would take seconds: there they are offered as
 * they are.
 */
const mostResources = 600
const mostWork = 60_000

const titleOf = (id: string) => [...lintRules, ...notices].find((kind) => kind.id === id)?.title ?? id

const keyOf = ({ said }: Found) => `${said.rule} ${said.resource}`

const errorsIn = (found: readonly Found[]) => found.filter(({ said }) => said.severity === 'error')

/** The repair that a lint rule offers for all that a finding concerns, before one of its things. */
function ownFix(found: Found): Fix | undefined {
  const fixes = found.fixes()
  return fixes.find(({ thing }) => thing === undefined) ?? fixes[0]
}

const startsSmall = (label: string) => label.charAt(0).toLowerCase() + label.slice(1)

/** What a repair does together with the ones that it needs. */
function labelWith(label: string, repairs: readonly string[]): string {
  const [only, ...more] = repairs
  if (only === undefined) return label
  if (more.length > 0) return `${label}, with ${repairs.length} repairs that it needs`
  return `${label}, and ${startsSmall(only)}`
}

/** What a repair does, and which findings follow from it. */
const labelBefore = (label: string, following: readonly string[]) =>
  `${label}, then mend ${following.map((rule) => `“${titleOf(rule)}”`).join(' and ')}`

/** One repair with those that it makes necessary; where there are none, its label names what follows. None where it leaves its finding. */
function complete(document: TopologyDocument, finding: Found, fix: Fix, findIn: FindIn): readonly Fix[] {
  const before = new Set(errorsIn(findIn(document)).map(keyOf))
  const broughtBy = (after: TopologyDocument) =>
    errorsIn(findIn(after)).filter((error) => !before.has(keyOf(error)))
  const isGoneFrom = (after: TopologyDocument) => {
    const left = findIn(after).find((one) => keyOf(one) === keyOf(finding))
    return fix.thing === undefined ? !left : !left?.said.related.includes(fix.thing)
  }
  let current = applyCommands(document, fix.commands)
  if (current === document || !isGoneFrom(current)) return []
  let open = broughtBy(current)
  const following = [...new Set(open.map(({ said }) => said.rule))]
  const commands = [...fix.commands]
  const labels: string[] = []
  while (open[0] && labels.length < mostRepairs) {
    const repair = ownFix(open[0])
    const next = repair && applyCommands(current, repair.commands)
    if (!repair || !next || next === current || !isGoneFrom(next)) break
    current = next
    open = broughtBy(current)
    commands.push(...repair.commands)
    labels.push(repair.label)
  }
  if (open.length === 0) return [{ ...fix, commands, label: labelWith(fix.label, labels) }]
  return following.length > mostFollowing ? [] : [{ ...fix, label: labelBefore(fix.label, following) }]
}

/**
 * The repairs of a finding, each tried out. Those for single things are parts of the one for all things before them:
 * where that brings nothing, they are offered untried.
 */
function completeAll(document: TopologyDocument, finding: Found, findIn: FindIn): readonly Fix[] {
  let isClean = false
  return finding.fixes().flatMap((fix) => {
    if (fix.thing !== undefined && isClean) return [fix]
    const tried = complete(document, finding, fix, findIn)
    if (fix.thing === undefined) {
      isClean = tried[0]?.commands.length === fix.commands.length && tried[0].label === fix.label
    }
    return tried
  })
}

/** Of repairs that come to the same only the one that takes the fewest steps. */
function unlike(document: TopologyDocument, fixes: readonly Fix[]): readonly Fix[] {
  const byOutcome = new Map<string, Fix>()
  for (const fix of fixes) {
    const outcome = JSON.stringify(applyCommands(document, fix.commands).resources)
    const known = byOutcome.get(outcome)
    if (!known || fix.commands.length < known.commands.length) byOutcome.set(outcome, fix)
  }
  const kept = new Set(byOutcome.values())
  return fixes.filter((fix) => kept.has(fix))
}

/** A finding whose repairs bring along the repairs of what they would make wrong. */
export function withRepairs(document: TopologyDocument, finding: Found, findIn: FindIn): Found {
  return {
    said: finding.said,
    fixes() {
      const { length } = Object.keys(document.resources)
      const isTooMuch = length > mostResources || length * findIn(document).length > mostWork
      return isTooMuch ? finding.fixes() : unlike(document, completeAll(document, finding, findIn))
    },
  }
}
