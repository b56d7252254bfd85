import type { ResourceFields, TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import type { ResourceId, ResourceType } from '../topology/resource-type.ts'
import { applyCommand, type Command } from './command.ts'
import { freeId } from './names.ts'

/** An edit that is being put together: the commands so far, and the document as it will be after them. */
export interface Draft {
  readonly document: () => TopologyDocument
  readonly model: () => TopologyModel
  readonly commands: () => readonly Command[]
  readonly run: (command: Command) => void
  /** Adds a resource; its id is made from `slug`, or from its name. */
  readonly add: <T extends ResourceType>(type: T, fields: ResourceFields<T>, slug?: string) => ResourceId<T>
  readonly set: (id: string, path: string, value?: unknown) => void
  /** The same draft once more, to be continued in another way. */
  readonly fork: () => Draft
}

/** A draft of an edit of this document. */
export function startDraft(document: TopologyDocument, done: readonly Command[] = []): Draft {
  let current = document
  const commands: Command[] = [...done]
  const run = (command: Command) => {
    const next = applyCommand(current, command)
    if (next === current) return
    current = next
    commands.push(command)
  }
  return {
    document: () => current,
    model: () => resolve(current),
    commands: () => commands,
    run,
    add: (type, fields, slug = fields.name) => {
      const id = freeId(current, type, slug)
      run({ type: 'resource.add', id, fields })
      return id
    },
    set: (id, path, value) =>
      run(
        value === undefined ? { type: 'resource.set', id, path } : { type: 'resource.set', id, path, value },
      ),
    fork: () => startDraft(current, commands),
  }
}
