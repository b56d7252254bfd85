import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factOf } from '../facts/index.ts'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { parseDocument } from '../topology/parse.ts'
import { intendedFlows } from './intended-flows.ts'
import { isAnswered } from './is-answered.ts'
import { traceCall } from './kinds/inbound.ts'
import { isUnreadable, readCall } from './read-flow.ts'
import { simulate } from './simulate.ts'
import { reachability } from './summary.ts'
import type { Flow, Place, Reason, Trace } from './trace.ts'
import { tracePath } from './trace-path.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Where each reason may end a trace; `ok` and the guest's own reasons aside. */
const places: Record<Exclude<Reason, 'ok'>, Place> = {
  'no-rule-match': 'frontend',
  'no-healthy-backend': 'frontend',
  'backend-not-healthy': 'frontend',
  'next-hop-not-ha-ports': 'frontend',
  'unsupported-secondary-ipconfig': 'host',
  'nic-ip-forwarding-disabled': 'host',
  'nsg-deny': 'nsg',
  'guest-no-address': 'guest-ip',
  'guest-strong-host-receive': 'guest-ip',
  'guest-rp-filter': 'guest-ip',
  'hairpin-mismatch': 'guest-ip',
  'guest-firewall': 'guest-firewall',
  'no-listener': 'socket',
  'no-listener-on-dip': 'socket',
  'hairpin-local': 'socket',
  'reply-routed-to-loopback': 'guest-egress',
  'reply-strong-host-send': 'guest-egress',
  'reply-wrong-nic': 'host-egress',
  'reply-source-mismatch': 'host-egress',
  'outbound-vip-source': 'host-egress',
  'no-outbound-method': 'host-egress',
  'guest-unknown': 'guest-ip',
  'no-such-address': 'client',
}
const endOfKind = {
  inbound: 'client',
  hairpin: 'client',
  probe: 'lb',
  outbound: 'server',
  routed: 'server',
} as const

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

const mutation = (resources: Json): fc.Arbitrary<Json> => {
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
const mutated: fc.Arbitrary<TopologyDocument> = fc
  .tuple(fc.constantFrom(...scenarios), fc.integer({ min: 0, max: 4 }))
  .chain(([{ document }, times]) => {
    let resources = fc.constant(document.resources as unknown as Json)
    for (let time = 0; time < times; time++) resources = resources.chain(mutation)
    return resources.map((changed) => ({ ...document, resources: changed }))
  })
  .map((candidate) => parseDocument(candidate))
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.document)

const anyFlow = (document: TopologyDocument): fc.Arbitrary<Flow> => {
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

function checkTrace(document: TopologyDocument, trace: Trace): void {
  const { flow, verdict, reason, hops } = trace
  expect(hops.length).toBeGreaterThan(0)
  for (const hop of hops) {
    expect(factOf(hop.fact).confidence).toBe(hop.confidence)
    expect(hop.note).toMatch(/^\S.*\.$/)
    expect(hop.note).not.toMatch(/\bundefined\b|\bnull\b|\[object/)
  }
  expect(trace.at).toBe(reason === 'ok' ? endOfKind[flow.kind] : places[reason])
  expect(hops.map((hop) => hop.at)).toContain(trace.at)
  expect(verdict === 'unknown').toBe(reason === 'guest-unknown')
  if (flow.kind !== 'probe') expect(verdict === 'delivered').toBe(reason === 'ok')
  if (flow.kind === 'probe') expect(verdict === 'up').toBe(reason === 'ok')
  expect('securityRule' in trace).toBe(reason === 'nsg-deny')
  const stoppedEarlier = ['client', 'frontend', 'host', 'nsg'].includes(trace.at) && reason !== 'ok'
  if (flow.kind !== 'outbound' && verdict !== 'delivered-locally' && verdict !== 'refused') {
    expect(trace.guestSees === undefined).toBe(stoppedEarlier)
  }
  expect(tracePath(document, trace)).toEqual(
    expect.arrayContaining([...new Set(hops.map(({ resource }) => resource))]),
  )
}

const bounded = {
  seed: 20_250_416,
  numRuns: 400,
  interruptAfterTimeLimit: 8_000,
  markInterruptAsFailure: false,
}

describe('for any document', () => {
  it('every intended flow ends, and every hop says why', () => {
    fc.assert(
      fc.property(mutated, (document) => {
        for (const flow of intendedFlows(document)) {
          const result = simulate(document, flow)
          for (const trace of result.traces) checkTrace(document, trace)
          expect(['yes', 'no', 'unknown']).toContain(isAnswered(document, result))
        }
      }),
      bounded,
    )
  }, 20_000)

  it('any flow ends or is a problem', () => {
    fc.assert(
      fc.property(
        mutated.chain((document) => fc.tuple(fc.constant(document), anyFlow(document))),
        ([document, flow]) => {
          const { traces, problem } = simulate(document, flow)
          expect(traces.length === 0).toBe(problem !== undefined)
          for (const trace of traces) checkTrace(document, trace)
        },
      ),
      { ...bounded, numRuns: 700 },
    )
  }, 20_000)

  it('the verdict does not depend on whether hops are written down', () => {
    fc.assert(
      fc.property(mutated, (document) => {
        const model = resolve(document)
        for (const flow of intendedFlows(document)) {
          if (flow.kind !== 'inbound') continue
          const read = readCall(model, flow)
          if (isUnreadable(read)) continue
          const bare = (traces: readonly Trace[]) => traces.map(({ hops: _hops, ...rest }) => rest)
          expect(bare(traceCall(model, flow, read, false))).toEqual(bare(traceCall(model, flow, read)))
        }
      }),
      { ...bounded, numRuns: 80 },
    )
  }, 20_000)

  it('never more members answer than there are', () => {
    fc.assert(
      fc.property(mutated, (document) => {
        for (const { answered, unknown, total, perBackend, client } of reachability(document)) {
          expect(answered + unknown).toBeLessThanOrEqual(total)
          expect(perBackend.length).toBe(client === undefined ? 0 : total)
        }
      }),
      { ...bounded, numRuns: 80 },
    )
  }, 20_000)
})
