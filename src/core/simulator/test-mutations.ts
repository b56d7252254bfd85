import fc from 'fast-check'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { parseDocument } from '../topology/parse.ts'
import type { Flow } from './trace.ts'

/** The same documents every time, and an end also on a slow machine. */
export const bounded = {
  seed: 20_250_416,
  numRuns: 400,
  interruptAfterTimeLimit: 8_000,
  markInterruptAsFailure: false,
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const oddText = fc.constantFrom(
  '',
  '10.0.0.4',
  '10.0.0.100',
  '10.0.0.100/24',
  '0.0.0.0',
  '::',
  'fd00::4',
  '255.255.255.255',
  '10.0.0.300',
  '0.0.0.0/0',
  '*',
  '80-',
  'Udp',
  'lo',
  'virtualMachine/gone',
)

/** A value of the same kind as before, but odd: another text, another id of the document, another number, an empty list. */
function odd(value: Json, ids: readonly string[]): fc.Arbitrary<Json> {
  if (typeof value === 'string') return fc.oneof(oddText, fc.constantFrom(...ids))
  if (typeof value === 'number') return fc.constantFrom(0, 1, 22, 80, 443, 65_535, -1, 1.5)
  if (typeof value === 'boolean') return fc.constant(!value)
  return fc.constant(Array.isArray(value) ? [] : {})
}

/** Every place of a value, as keys from the root. */
function pathsOf(value: Json, base: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [base]
  return [base, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item as Json, [...base, key]))]
}

const at = (value: Json, path: readonly string[]): Json =>
  path.reduce((found, key) => (found as { readonly [key: string]: Json })[key] as Json, value)

function change(value: Json, [key, ...rest]: readonly string[], next: Json | undefined): Json {
  if (key === undefined) return next as Json
  if (Array.isArray(value)) {
    const item = change(value[Number(key)] as Json, rest, next)
    return item === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), item)
  }
  const { [key]: before, ...others } = value as { readonly [key: string]: Json }
  const item = change(before as Json, rest, next)
  return item === undefined ? others : { ...others, [key]: item }
}

/** One odd change. What it does not touch stays the same object. */
export const mutation = (resources: Json): fc.Arbitrary<Json> => {
  const paths = pathsOf(resources).filter((path) => path.length > 0)
  const ids = Object.keys(resources as object)
  return fc
    .constantFrom(...paths)
    .chain((path) =>
      fc
        .oneof(fc.constant(undefined), odd(at(resources, path), ids))
        .map((next) => change(resources, path, next)),
    )
}

/** A scenario with up to four odd changes that still is a document. */
export const mutated: fc.Arbitrary<TopologyDocument> = fc
  .tuple(fc.constantFrom(...scenarios), fc.integer({ min: 0, max: 4 }))
  .chain(([{ document }, times]) => {
    let resources = fc.constant(document.resources as unknown as Json)
    for (let time = 0; time < times; time++) resources = resources.chain(mutation)
    return resources.map((changed) => ({ ...document, resources: changed }))
  })
  .map((candidate) => parseDocument(candidate))
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.document)

/** Flows that fit a document, and others that do not. */
export const anyFlow = (document: TopologyDocument): fc.Arbitrary<Flow> => {
  const ids = [...Object.keys(document.resources), 'virtualMachine/gone']
  const text = fc.oneof(fc.constantFrom(...ids), oddText)
  return fc.record(
    {
      kind: fc.constantFrom('inbound', 'hairpin', 'probe', 'outbound', 'routed', 'other'),
      from: text,
      to: text,
      probe: text,
      virtualMachine: text,
      backend: text,
      bind: text,
      port: fc.constantFrom(22, 80, 443, 0, 53, '80'),
      protocol: fc.constantFrom('Tcp', 'Udp', 'All'),
      sourcePort: fc.constantFrom(1024, null, -1),
    },
    { requiredKeys: ['kind'] },
  ) as unknown as fc.Arbitrary<Flow>
}
