import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { factOf } from '../facts/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { parseDocument } from '../topology/parse.ts'
import { disturbedDocuments } from '../topology/test-documents.ts'
import { intendedFlows } from './intended-flows.ts'
import { isAnswered } from './is-answered.ts'
import { followCall, traceCall } from './kinds/inbound.ts'
import { isUnreadable, readCall } from './read-flow.ts'
import { simulate } from './simulate.ts'
import { reachability } from './summary.ts'
import { anyFlow, bounded, mutated } from './test-mutations.ts'
import type { Place, Reason, Trace } from './trace.ts'
import { tracePath } from './trace-path.ts'

/** Where each reason ends a trace. */
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

function checkTrace(document: TopologyDocument, trace: Trace): void {
  const { flow, verdict, reason, hops } = trace
  expect(hops.length).toBeGreaterThan(0)
  for (const hop of hops) {
    expect(factOf(hop.fact).confidence).toBe(hop.confidence)
    // A thing may have no name, also at the start of a sentence.
    expect(hop.note.trim()).toMatch(/^\S.*\.$/)
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

  it('no field of any type can stop it', () => {
    fc.assert(
      fc.property(disturbedDocuments, (candidate) => {
        const parsed = parseDocument(candidate)
        if (!parsed.ok) return
        const { document } = parsed
        for (const flow of intendedFlows(document)) {
          for (const trace of simulate(document, flow).traces) checkTrace(document, trace)
        }
        for (const { total, perBackend, client } of reachability(document)) {
          expect(perBackend.length).toBe(client === undefined ? 0 : total)
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
          expect(bare([...followCall(model, flow, read, false)])).toEqual(bare(traceCall(model, flow, read)))
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
