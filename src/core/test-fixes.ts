import { applyCommands } from './edit/command.ts'
import { ruleCatalogue } from './lint/catalogue.ts'
import type { Diagnostic } from './lint/diagnostic.ts'
import { wholeFixes } from './lint/fix-all.ts'
import { lint } from './lint/lint.ts'
import { intendedFlows } from './simulator/intended-flows.ts'
import { simulate } from './simulator/simulate.ts'
import { type Failure, failuresOf, justifies, stops, touches, withoutOthers } from './test-agreement.ts'
import type { TopologyDocument } from './topology/document.ts'
import { sameValue } from './topology/same-value.ts'

const titles = new Map(ruleCatalogue().map(({ id, title }) => [id, title]))

const keyOf = ({ rule, resource }: Diagnostic) => `${rule} at ${resource}`

const errorsOf = (document: TopologyDocument) => lint(document).filter(({ severity }) => severity === 'error')

/** What offered repairs do that they should not: change nothing, leave their finding, or bring an error that their label does not name. */
export function brokenFixes(document: TopologyDocument): readonly string[] {
  const before = new Set(errorsOf(document).map(keyOf))
  return lint(document).flatMap(({ rule, resource, fixes }) =>
    fixes.flatMap(({ label, thing, commands }) => {
      const after = applyCommands(document, commands)
      const says = `${rule} at ${resource}, “${label}”`
      if (after === document) return [`${says} changes nothing`]
      const left = lint(after).find((one) => one.rule === rule && one.resource === resource)
      const remains = thing === undefined ? left !== undefined : left?.related.includes(thing) === true
      const brought = errorsOf(after).filter(
        (error) => !before.has(keyOf(error)) && !label.includes(`“${titles.get(error.rule)}”`),
      )
      return [
        ...(remains ? [`${says} leaves the finding`] : []),
        ...brought.map((error) => `${says} brings ${keyOf(error)}`),
      ]
    }),
  )
}

/** Whether a flow still ends at the same place for the same reason. */
function isStuck(document: TopologyDocument, { trace }: Failure): boolean {
  const isIntended = intendedFlows(document).some((flow) => sameValue(flow, trace.flow))
  return (
    isIntended &&
    simulate(document, trace.flow).traces.some(
      ({ backend, at, reason }) => backend === trace.backend && at === trace.at && reason === trace.reason,
    )
  )
}

/** Repairs of what stops packets after which they are stopped at the same place all the same, though no other finding says why. */
export function stuckFixes(document: TopologyDocument): readonly string[] {
  return errorsOf(document)
    .filter((error) => error.class === 'traffic')
    .flatMap((error) => {
      const alone = withoutOthers(document, error)
      const found = lint(alone)
      const same = found.find((one) => keyOf(one) === keyOf(error))
      const others = found.filter((one) => one !== same && stops(one))
      const failures = failuresOf(alone)
        .filter((failure) => justifies(alone, error, failure))
        .filter((failure) => !others.some((other) => touches(other, failure)))
      if (!same || failures.length === 0) return []
      return wholeFixes(same).flatMap(({ label, commands }) => {
        const after = applyCommands(alone, commands)
        const stuck = failures.filter((failure) => isStuck(after, failure))
        const places = new Set(stuck.map(({ trace }) => `${trace.at} ${trace.reason}`))
        return stuck.length < failures.length
          ? []
          : [`${keyOf(error)}, “${label}” lets nothing past ${[...places].join(', ')}`]
      })
    })
}
