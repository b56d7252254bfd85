import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { simulate } from '../../../core/simulator/simulate.ts'
import type { Flow, Trace } from '../../../core/simulator/trace.ts'
import { patch, type TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { flowGroup, flowLabel } from './flow-label.ts'
import { traceRows } from './trace-rows.ts'
import { verdictLine } from './verdict-line.ts'

const toSiteB: Flow = { kind: 'inbound', from: '10.0.1.20', to: '10.0.0.101', port: 443, protocol: 'Tcp' }
const model = resolve(twoTlsSites)

function traceTo(backend: string, document: TopologyDocument = twoTlsSites, flow: Flow = toSiteB): Trace {
  const trace = simulate(document, flow).traces.find((one) => one.backend === backend)
  if (!trace) throw new Error(`No trace to ${backend}.`)
  return trace
}

describe('a dropped trace', () => {
  const trace = traceTo('virtualMachine/web2')
  const { forward, reply, missed } = traceRows(model, trace)

  it('ends in the row that fails, without a reply', () => {
    expect(forward.map(({ fails }) => fails)).toEqual([...forward.slice(1).map(() => false), true])
    expect(reply).toEqual([])
  })

  it('names the listener that it would have come to', () => {
    expect(missed).toEqual(['IIS'])
  })

  it('names no listener that would not have taken it', () => {
    const elsewhere = patch(twoTlsSites, 'listener/web2-iis', { address: '10.0.0.100' })
    expect(traceRows(resolve(elsewhere), traceTo('virtualMachine/web2', elsewhere)).missed).toEqual([])
  })

  it('says in one line where and why', () => {
    expect(verdictLine(model, trace)).toEqual({
      tone: 'bad',
      text: 'Dropped in web2’s guest: nothing holds 10.0.0.101',
    })
  })
})

describe('an answered trace', () => {
  const { forward, reply, missed } = traceRows(model, traceTo('virtualMachine/web1'))

  it('shows the way back by itself, up to the client', () => {
    expect(forward.at(-1)?.hop.at).toBe('socket')
    expect(forward.at(-1)?.where).toBe('IIS')
    expect(reply.at(-1)?.where).toBe('app-tier')
    expect(missed).toEqual([])
  })

  it('keeps both addresses with floating IP on', () => {
    expect([...forward, ...reply].filter(({ rewritten }) => rewritten)).toEqual([])
  })

  it('marks with floating IP off where the destination changes, and where the source is put back', () => {
    const off = patch(twoTlsSites, 'loadBalancingRule/https-b', { enableFloatingIP: false })
    const rows = traceRows(resolve(off), traceTo('virtualMachine/web1', off))
    const changes = [...rows.forward, ...rows.reply].filter(({ rewritten }) => rewritten)
    expect(changes.map(({ where, rewritten }) => [where, rewritten])).toEqual([
      ['Azure host', 'destination'],
      ['Azure host', 'source'],
    ])
  })
})

it('labels flows by the names of what they touch, under the rule that takes them', () => {
  expect(flowLabel(model, toSiteB, 'virtualMachine/web2')).toBe('app-tier → site-b:443 → web2')
  expect(flowLabel(model, { ...toSiteB, from: '10.9.9.9', protocol: 'Udp' })).toBe(
    '10.9.9.9 → site-b:443 UDP',
  )
  expect(flowGroup(model, toSiteB)).toBe('https-b')
  expect(flowGroup(model, { ...toSiteB, port: 81 })).toBe('Other flows')
  const probe: Flow = { kind: 'probe', probe: 'probe/health', virtualMachine: 'virtualMachine/web1' }
  expect(flowLabel(model, probe)).toBe('health → web1')
  expect(flowGroup(model, probe)).toBe('Health probes')
})

it('takes a probe that is down where another member holds the cluster address for what it should be', () => {
  const cluster = patch(twoTlsSites, 'frontendIPConfiguration/site-a', {
    guest: { addressOwnership: 'one-member' },
  })
  const both = patch(cluster, 'frontendIPConfiguration/site-b', { guest: { addressOwnership: 'one-member' } })
  const document = patch(
    patch(both, 'loopbackInterface/web2-site-a', { addresses: [] }),
    'listener/web2-health',
    { enabled: false },
  )
  const probe: Flow = { kind: 'probe', probe: 'probe/health', virtualMachine: 'virtualMachine/web2' }
  const [trace] = simulate(document, probe).traces
  if (!trace) throw new Error('The probe has no trace.')
  expect(trace.verdict).toBe('down')
  expect(verdictLine(resolve(document), trace)).toEqual({
    tone: 'neutral',
    text: 'Down, as it should be: web2 does not hold the cluster address',
  })
  const [plain] = simulate(patch(twoTlsSites, 'listener/web2-health', { enabled: false }), probe).traces
  expect(plain && verdictLine(model, plain).tone).toBe('bad')
})
