import fc from 'fast-check'
import { generate } from '../scenarios/generate.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { resourceTypeNames } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

type Json = Record<string, unknown>

const fieldNames = resourceTypeNames.flatMap((type) => Object.keys(resourceDefinitions[type].fields))

const key = fc.oneof(
  fc.constantFrom(
    'name',
    'guest',
    'unresolved',
    'x',
    'y',
    'version',
    'layout',
    'suppressions',
    ...fieldNames,
  ),
  fc.string({ maxLength: 6 }).filter((name) => name !== '__proto__'),
)
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    'Tcp',
    '*',
    0,
    65536,
    1.5,
    [],
    {},
    ['a'],
    { name: 'x' },
    'loadBalancer/lb',
    '10.0.0.4',
    null,
  ),
)

/** Sets something at a place that the numbers choose: every step goes one level deeper. */
function disturbed(target: unknown, path: readonly number[], name: string, put: unknown): unknown {
  const [at, ...rest] = path
  if (typeof target !== 'object' || target === null) return put
  const keys = Object.keys(target)
  const chosen = at === undefined || keys.length === 0 ? name : (keys[at % keys.length] ?? name)
  if (Array.isArray(target)) return target.length === 0 ? [put] : target.with((at ?? 0) % target.length, put)
  const record = target as Json
  return { ...record, [chosen]: at === undefined ? put : disturbed(record[chosen], rest, name, put) }
}

/** Documents with something changed anywhere, to the right type or a wrong one; about half can still be read. */
export const disturbedDocuments: fc.Arbitrary<unknown> = fc
  .record({
    base: fc.constantFrom<unknown>(twoTlsSites, generate(1, 1)),
    changes: fc.array(fc.tuple(fc.array(fc.nat(999), { maxLength: 5 }), key, value), { maxLength: 2 }),
  })
  .map(({ base, changes }) =>
    changes.reduce((document, [path, name, put]) => disturbed(document, path, name, put), base),
  )
