import { describe, expect, it } from 'vitest'
import { scenarios } from '../../../../core/scenarios/index.ts'
import { twoTlsSites } from '../../../../core/scenarios/two-tls-sites.ts'
import { intendedFlows } from '../../../../core/simulator/intended-flows.ts'
import { resolve } from '../../../../core/topology/model.ts'
import { type Draft, draftOf, readDraft } from './read-attempt.ts'

const model = resolve(twoTlsSites)
const valid: Draft = { from: 'app-tier', to: 'site-b', port: '443', protocol: 'Tcp', bind: '', backend: '' }
const siteB = 'frontendIPConfiguration/site-b'

describe('the fields of a free flow', () => {
  it.each<[Partial<Draft>, object]>([
    [{}, { kind: 'inbound', from: 'client/app-tier', to: siteB, port: 443, protocol: 'Tcp' }],
    [{ from: ' APP-TIER ' }, { kind: 'inbound', from: 'client/app-tier' }],
    [
      { from: '203.0.113.7', to: '10.0.0.101' },
      { kind: 'inbound', from: '203.0.113.7', to: '10.0.0.101' },
    ],
    [
      { port: '8443', protocol: 'Udp' },
      { port: 8443, protocol: 'Udp' },
    ],
    [{ backend: 'virtualMachine/web2' }, { backend: 'virtualMachine/web2' }],
    [{ from: 'web1' }, { kind: 'hairpin', from: 'virtualMachine/web1' }],
    [{ from: '10.0.0.4' }, { kind: 'hairpin', from: '10.0.0.4' }],
    [{ to: '10.0.0.5' }, { kind: 'inbound', to: '10.0.0.5' }],
    [
      { from: 'web1', to: '203.0.113.7' },
      { kind: 'outbound', from: 'virtualMachine/web1' },
    ],
    [
      { from: 'web1', to: '203.0.113.7', bind: '10.0.0.100', backend: 'virtualMachine/web2' },
      {
        kind: 'outbound',
        from: 'virtualMachine/web1',
        to: '203.0.113.7',
        port: 443,
        protocol: 'Tcp',
        bind: '10.0.0.100',
      },
    ],
    [{ to: '192.0.2.1' }, { kind: 'inbound', to: '192.0.2.1' }],
  ])('%j give a flow', (part, flow) => {
    expect(readDraft(model, { ...valid, ...part })).toMatchObject({ ok: true, flow })
  })

  it.each<[Partial<Draft>, string, RegExp]>([
    [{ from: '' }, 'from', /^Enter who calls/],
    [{ from: 'nobody' }, 'from', /“nobody” is no client, VM or address/],
    [{ to: ' ' }, 'to', /^Enter what is called/],
    [{ to: '10.0.0.256' }, 'to', /“10\.0\.0\.256” is no frontend or address/],
    [{ port: '' }, 'port', /1 to 65535/],
    [{ port: '0' }, 'port', /1 to 65535/],
    [{ port: '70000' }, 'port', /1 to 65535/],
    [{ port: '44a' }, 'port', /1 to 65535/],
    [{ from: 'web1', to: '203.0.113.7', bind: 'here' }, 'bind', /“here” is no address/],
  ])('%j are refused', (part, field, problem) => {
    const read = readDraft(model, { ...valid, ...part })
    expect(read).toMatchObject({ ok: false, field })
    expect(read.ok ? '' : read.problem).toMatch(problem)
  })

  it('forget a backend that the call cannot get to', () => {
    const read = readDraft(model, { ...valid, backend: 'virtualMachine/elsewhere' })
    expect(read.ok && 'backend' in read.flow).toBe(false)
  })
})

it('takes every kind of intended flow for what it is', () => {
  const flows = scenarios.flatMap(({ document }) =>
    intendedFlows(document).map((flow) => ({ flow, model: resolve(document) })),
  )
  const kinds = new Set<string>()
  for (const { flow, model } of flows) {
    if (flow.kind === 'probe') continue
    kinds.add(flow.kind)
    expect(readDraft(model, draftOf(model, flow))).toMatchObject({ ok: true, flow: { kind: flow.kind } })
  }
  expect([...kinds].sort()).toEqual(['hairpin', 'inbound', 'outbound', 'routed'])
})
