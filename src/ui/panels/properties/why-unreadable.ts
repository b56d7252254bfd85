import type { Field } from '../../../core/topology/field.ts'
import { fieldProblem } from '../../../core/topology/field-problems.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'

/** Why text that was typed into a field is no value for it, in a sentence. */
export function whyUnreadable(
  model: TopologyModel,
  id: string,
  path: string,
  field: Field<unknown>,
  text: string | undefined,
): string {
  if (text !== undefined && field.value.kind === 'addressOrFrontend') {
    return `“${text}” is neither an IP address nor a frontend of this diagram.`
  }
  return fieldProblem(model, id, path, text) ?? `${field.label} is needed.`
}
