import type { TopologyDocument } from './topology/document.ts'
import { typeOfId } from './topology/resource-type.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What the later documents may take from the first one instead of having their own. */
export const shareable = [
  'loadBalancer',
  'probe',
  'virtualNetwork',
  'subnet',
  'networkSecurityGroup',
] as const

function changed(value: Json, textOf: (text: string) => string): Json {
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) return value.map((item) => changed(item, textOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item, textOf)]))
}

/**
 * Documents in one, each with names and addresses of its own. Types in `shared` are taken from the first, where it
 * has some: then the parts have nothing to do with each other but these.
 */
export function beside(
  documents: readonly TopologyDocument[],
  shared: readonly string[] = shareable,
): TopologyDocument {
  const [first] = documents
  const own = Object.keys(first?.resources ?? {})
  const parts = documents.map(({ resources }, index) => {
    if (index === 0) return resources
    const idOf = (id: string) => {
      const type = typeOfId(id)
      const taken = type && shared.includes(type) ? own.find((one) => typeOfId(one) === type) : undefined
      return taken ?? `${id}-p${index}`
    }
    const textOf = (text: string) =>
      Object.hasOwn(resources, text)
        ? idOf(text)
        : text.replace(/^(10|172)\.(\d+)\./, `$1.${60 + index * 10}.`)
    return Object.fromEntries(
      Object.entries(resources).flatMap(([id, fields]) => {
        const key = idOf(id)
        return own.includes(key) ? [] : [[key, changed(fields as unknown as Json, textOf)]]
      }),
    )
  })
  return { version: 1, name: 'Beside', layout: {}, resources: Object.assign({}, ...parts) }
}
