import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { resolve } from '../topology/model.ts'
import { assumeProbes, measuredProbes } from './assumed-probes.ts'
import { simulate } from './simulate.ts'
import { reachabilityOfRule } from './summary.ts'
import type { Flow } from './trace.ts'

const [web1, web2] = ['virtualMachine/web1', 'virtualMachine/web2'] as const
const rule = 'loadBalancingRule/https-a'
const flow: Flow = { kind: 'inbound', from: '10.0.1.20', to: '10.0.0.100', port: 443, protocol: 'Tcp' }
const down = assumeProbes(twoTlsSites, new Map([[web2, 'down' as const]]))
const backends = (document: typeof twoTlsSites) =>
  simulate(document, flow).traces.map(({ backend, verdict }) => `${backend} ${verdict}`)

it('sends nothing to a VM whose probe is assumed to be down', () => {
  expect(backends(down)).toEqual([`${web1} delivered`])
  const [trace] = simulate(down, { ...flow, backend: web2 }).traces
  expect(trace).toMatchObject({ verdict: 'dropped', at: 'frontend', reason: 'backend-not-healthy' })
  expect(trace?.hops.at(-1)?.note).toMatch(/its probe is assumed to be down\.$/)
})

it('leaves the document as it is', () => {
  expect(backends(twoTlsSites)).toEqual([`${web1} delivered`, `${web2} delivered`])
  expect(down.resources).toEqual(twoTlsSites.resources)
})

it('sends to a VM whose failing probe is assumed to be up', () => {
  const { 'listener/web2-health': _gone, ...resources } = twoTlsSites.resources
  const stopped = { ...twoTlsSites, resources }
  expect(backends(stopped)).toEqual([`${web1} delivered`])
  expect(backends(assumeProbes(stopped, new Map([[web2, 'up' as const]])))).toHaveLength(2)
})

it('keeps results with and without the assumption apart', () => {
  const answered = (document: typeof twoTlsSites) => reachabilityOfRule(document, rule)?.answered
  // A copy, so that no result of it is known yet.
  const document: typeof twoTlsSites = structuredClone(twoTlsSites)
  const without2 = assumeProbes(document, new Map([[web2, 'down' as const]]))
  expect([answered(document), answered(without2), answered(document)]).toEqual([2, 1, 2])
  const both = assumeProbes(document, new Map([web1, web2].map((id) => [id, 'down' as const])))
  expect(answered(both)).toBe(0)
  expect(simulate(both, flow).traces[0]?.reason).toBe('no-healthy-backend')
})

describe('what Azure says of a probe', () => {
  const probe = resolve(twoTlsSites).find('loadBalancingRule', rule)?.probe ?? ''
  const measured = measuredProbes([
    { probe, member: 'ipConfiguration/web2-ipconfig1', state: 'down', reason: 'Down_Probe_TcpProbeTimeout' },
  ])
  const asMeasured = (more = new Map<string, 'up' | 'down'>()) => assumeProbes(twoTlsSites, more, measured)

  it('is followed, with its reason', () => {
    expect(backends(asMeasured())).toEqual([`${web1} delivered`])
    const [trace] = simulate(asMeasured(), { ...flow, backend: web2 }).traces
    expect(trace?.hops.at(-1)?.note).toMatch(
      /Azure says that its probe is down: Down_Probe_TcpProbeTimeout\.$/,
    )
    expect(
      simulate(asMeasured(), flow)
        .traces[0]?.hops.map(({ note }) => note)
        .join(' '),
    ).toContain('is up in Azure’s health answer')
  })

  it('gives way to a what-if, and says nothing of other probes', () => {
    expect(backends(asMeasured(new Map([[web2, 'up']])))).toHaveLength(2)
    const other = measuredProbes([
      { probe: 'probe/other', member: 'ipConfiguration/web2-ipconfig1', state: 'down' },
    ])
    expect(backends(assumeProbes(twoTlsSites, new Map(), other))).toHaveLength(2)
  })
})
