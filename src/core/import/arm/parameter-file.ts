import { objectOf, valueAt } from '../keys.ts'

/** Whether a value is a parameter file of a template. */
export function isParameterFile(value: unknown): boolean {
  return /deploymentparameters\.json/i.test(String(valueAt(value, '$schema') ?? ''))
}

/** The values in a parameter file: `parameters.name.value`, or names with their values. */
export function valuesOf(file: unknown): Record<string, unknown> {
  const outer = objectOf(file)
  const inner = valueAt(outer, 'parameters')
  if (typeof inner !== 'object' || inner === null) return { ...outer }
  return Object.fromEntries(
    Object.entries(objectOf(inner)).map(([name, given]) => [name, valueAt(given, 'value')]),
  )
}
