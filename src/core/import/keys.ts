/** A JSON object. */
export type Json = { readonly [key: string]: unknown }

/** The value as an object; anything else is an empty one. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}

/** The value as a list; anything else is an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The value under a key in any casing: Azure does not tell `Id` from `id`. */
export function valueAt(value: unknown, key: string): unknown {
  const object = objectOf(value)
  if (Object.hasOwn(object, key)) return object[key]
  const wanted = key.toLowerCase()
  for (const [name, item] of Object.entries(object)) if (name.toLowerCase() === wanted) return item
  return undefined
}
