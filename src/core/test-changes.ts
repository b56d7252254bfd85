import type { Command } from './edit/command.ts'
import { additionsOf } from './test-additions.ts'
import { addressOfCidr, familyOf } from './topology/address.ts'
import type { TopologyDocument } from './topology/document.ts'
import { walkFields } from './topology/field-walk.ts'
import { resolve } from './topology/model.ts'

/** A change of one field, with words for a failing test. */
export interface Change {
  readonly text: string
  readonly command: Command
}

/** What stands in an address field while somebody types, and what no field takes. */
const unreadable = ['oops', '10.0.0.4/99', '']

const unique = <Value>(values: readonly Value[]) => [...new Set(values)]

/** Every change of one field that could turn a diagram from right to wrong: addresses, ports, switches, references, lists. */
export function changesOf(document: TopologyDocument): readonly Change[] {
  const model = resolve(document)
  const all = Object.entries(document.resources).map(([id, fields]) => ({ id, ...walkFields(id, fields) }))
  const values = all.flatMap(({ values }) => values)
  const addresses = unique(
    values.flatMap(({ kind, value }) =>
      kind.kind === 'address' || kind.kind === 'addressWithLength' ? addressOfCidr(String(value)) : [],
    ),
  )
  const ports = unique(
    values.flatMap(({ kind, value }) =>
      kind.kind === 'integer' && kind.maximum > 60_000 ? Number(value) : [],
    ),
  )
  const set = (id: string, path: string, value: unknown): Change => ({
    text: `${id} ${path} = ${JSON.stringify(value)}`,
    command: { type: 'resource.set', id, path, ...(value === undefined ? {} : { value }) },
  })
  const changes = all.flatMap(({ id, values: own }) => [
    { text: `remove ${id}`, command: { type: 'resource.remove', id } } as const,
    ...own.flatMap(({ path, kind, value }) => {
      const others = (candidates: readonly unknown[]) =>
        unique(candidates)
          .filter((candidate) => candidate !== value)
          .map((candidate) => set(id, path, candidate))
      if (path === 'name') return []
      switch (kind.kind) {
        case 'boolean':
          return others([!value])
        case 'choice':
          return others(kind.options)
        case 'integer':
          return kind.maximum > 60_000 ? others([...ports, 4711, 0]) : []
        case 'portOrAny':
          return others([...ports, 4711, '*'])
        case 'portRange':
          return others([...ports.map(String), '4711'])
        case 'address':
          return others([...addresses, '10.9.9.9', ...unreadable, undefined])
        case 'addressOrFrontend':
          return others([...addresses, '198.51.100.7', ...unreadable])
        case 'addressWithLength': {
          const address = addressOfCidr(String(value))
          const family = familyOf(address)
          const fresh = addresses.filter((one) => familyOf(one) === family)
          return others([`${address}/24`, ...fresh.map((one) => `${one}/32`), ...unreadable, undefined])
        }
        case 'securityPrefix':
          return others(['*', 'VirtualNetwork', 'Internet', 'AzureLoadBalancer', ...addresses])
        case 'reference':
          return others([...kind.to.flatMap((type) => model.all(type).map((one) => one.id)), undefined])
        default:
          return []
      }
    }),
  ])
  return [...changes, ...additionsOf(document)]
}
