import { expandTemplate, isTemplate } from '../arm/expand.ts'
import { documentOfAzure } from '../azure/document-of-azure.ts'
import type { Importer, ImportOptions, Piece } from '../importer.ts'
import { objectOf, valueAt } from '../keys.ts'

/** ARM templates, compiled Bicep among them. */
export const arm: Importer = {
  id: 'arm',
  title: 'ARM template',
  recognise: (value) => (isTemplate(value) ? (options) => read(value, options) : undefined),
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
