import type { TopologyDocument } from '../topology/document.ts'
import { fieldProblem } from '../topology/field-problems.ts'
import { resolve } from '../topology/model.ts'
import type { EditResult } from './move.ts'

/** Gives a thing another name. Its id and every reference to it stay. */
export function rename(document: TopologyDocument, id: string, name: string): EditResult {
  const model = resolve(document)
  const trimmed = name.trim()
  if (!model.get(id)) return { refusal: 'This thing is not in the diagram any more.' }
  const problem = fieldProblem(model, id, 'name', trimmed)
  if (problem !== undefined) return { refusal: problem }
  return {
    label: `Rename ${model.nameOf(id)} to ${trimmed}`,
    commands: [{ type: 'resource.set', id, path: 'name', value: trimmed }],
  }
}
