import type { Command } from '../../../core/edit/command.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { clearedPath } from './clear-path.ts'

/** The commands that set one field, or take it away where `value` is `undefined`. A field that is set is no longer unresolved. */
export function setFieldCommands(
  document: TopologyDocument,
  id: string,
  path: string,
  value: unknown,
): readonly Command[] {
  const fields = document.resources[id]
  if (!fields) return []
  const commands: Command[] = [
    value === undefined
      ? { type: 'resource.set', id, path: clearedPath(fields, path) }
      : { type: 'resource.set', id, path, value },
  ]
  const field = path.split('.')[0] ?? path
  if (fields.unresolved && Object.hasOwn(fields.unresolved, field)) {
    commands.push({ type: 'resource.set', id, path: clearedPath(fields, `unresolved.${field}`) })
  }
  return commands
}

/** A label as it stands in the middle of a sentence; abbreviations keep their capitals. */
export function inSentence(label: string): string {
  return /^[A-Z][^A-Z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** What the undo list calls a change of a field. */
export function fieldEditLabel(
  label: string,
  path: string,
  name: string,
  noun: string,
  value: unknown,
): string {
  if (path === 'name') return `Rename ${noun}`
  if (value === true) return `Enable ${inSentence(label)} on ${name}`
  if (value === false) return `Disable ${inSentence(label)} on ${name}`
  if (value === undefined) return `Clear ${inSentence(label)} of ${name}`
  return `Change ${inSentence(label)} of ${name}`
}
