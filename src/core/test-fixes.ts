import { applyCommands } from './edit/command.ts'
import { lint } from './lint/lint.ts'
import type { TopologyDocument } from './topology/document.ts'

const errorsOf = (document: TopologyDocument) =>
  lint(document)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, resource }) => `${rule} at ${resource}`)

/** What offered repairs do that they should not: change nothing, leave their finding, or bring an error. */
export function brokenFixes(document: TopologyDocument): readonly string[] {
  const before = new Set(errorsOf(document))
  return lint(document).flatMap(({ rule, resource, fixes }) =>
    fixes.flatMap(({ label, thing, commands }) => {
      const after = applyCommands(document, commands)
      const says = `${rule} at ${resource}, “${label}”`
      if (after === document) return [`${says} changes nothing`]
      const left = lint(after).find((one) => one.rule === rule && one.resource === resource)
      const remains = thing === undefined ? left !== undefined : left?.related.includes(thing) === true
      const brought = errorsOf(after).filter((error) => !before.has(error))
      return [
        ...(remains ? [`${says} leaves the finding`] : []),
        ...brought.map((error) => `${says} brings ${error}`),
      ]
    }),
  )
}
