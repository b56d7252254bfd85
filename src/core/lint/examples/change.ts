import { applyCommand } from '../../edit/command.ts'
import type { TopologyDocument } from '../../topology/document.ts'

/** A document with some fields changed, each given as an id, a path and a value; `undefined` takes a field away. */
export function changed(
  document: TopologyDocument,
  ...changes: readonly (readonly [id: string, path: string, value: unknown])[]
): TopologyDocument {
  return changes.reduce(
    (current, [id, path, value]) => applyCommand(current, { type: 'resource.set', id, path, value }),
    document,
  )
}

/** A document without some resources; references to them go away too. */
export function without(document: TopologyDocument, ...ids: readonly string[]): TopologyDocument {
  return ids.reduce((current, id) => applyCommand(current, { type: 'resource.remove', id }), document)
}
