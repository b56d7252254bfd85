import type { MissingParameter } from '../importer.ts'
import { listOf, valueAt } from '../keys.ts'

/** A parameter of a template without a value, as the template declares it. */
export function missingParameter(name: string, declared: unknown): MissingParameter {
  const description = valueAt(valueAt(declared, 'metadata'), 'description')
  const allowed = listOf(valueAt(declared, 'allowedValues'))
  return {
    name,
    type: String(valueAt(declared, 'type') ?? 'string').toLowerCase(),
    ...(typeof description === 'string' ? { description } : {}),
    ...(allowed.length > 0 ? { allowedValues: allowed } : {}),
  }
}
