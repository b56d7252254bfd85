import { limits } from '../../topology/limits.ts'
import { expandTemplate, isTemplate } from '../arm/expand.ts'
import { joinedValues, valuesOf } from '../arm/parameter-file.ts'
import { documentOfAzure } from '../azure/document-of-azure.ts'
import type { Importer, ImportOptions, Piece } from '../importer.ts'
import { nestingOf, valueOfJson } from '../jsonc.ts'
import { objectOf, valueAt } from '../keys.ts'

/** ARM templates, compiled Bicep among them. */
export const arm: Importer = {
  id: 'arm',
  title: 'ARM template',
  recognise(value) {
    const { template, values } = compiled(value) ?? { template: value, values: {} }
    if (!isTemplate(template)) return undefined
    return (options) =>
      read(template, { ...options, parameters: joinedValues(values, options.parameters ?? {}) })
  },
}

/** What `az bicep build-params --stdout` prints: the template and its parameters, each as text. */
function compiled(value: unknown) {
  const [template, parameters] = ['templateJson', 'parametersJson'].map((key) => valueAt(value, key))
  if (typeof template !== 'string' || typeof parameters !== 'string') return undefined
  const [inner, given] = [valueOfJson(template), valueOfJson(parameters)]
  const isShallow = [inner, given].every((part) => nestingOf(part) <= limits.nesting * 2)
  return isShallow ? { template: inner, values: valuesOf(given) } : undefined
}

function read(value: unknown, { parameters = {}, scopes }: ImportOptions): Piece {
  const { resources, notes, required } = expandTemplate(objectOf(value), (name) => valueAt(parameters, name))
  const made = documentOfAzure(resources, 'Imported template', scopes)
  return {
    ...made,
    notes: [...notes, ...made.notes],
    parameters: [...required.values()],
    takes: Object.keys(objectOf(valueAt(value, 'parameters'))),
  }
}
