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

/** Values of several sources in one. The later one wins, in whatever casing it has the name. */
export function joinedValues(...sources: readonly object[]): Record<string, unknown> {
  const values = new Map<string, readonly [name: string, value: unknown]>()
  for (const source of sources)
    for (const [name, value] of Object.entries(source)) values.set(name.toLowerCase(), [name, value])
  return Object.fromEntries(values.values())
}
