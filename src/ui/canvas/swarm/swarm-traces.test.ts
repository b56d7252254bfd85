import { beforeEach, expect, it } from 'vitest'
import { generate } from '../../../core/scenarios/generate.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import type { Trace } from '../../../core/simulator/trace.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { useSession } from '../../store/session.ts'
import { mostPackets, swarmTraces } from './swarm-traces.ts'

function collect(document: TopologyDocument, rule: string | null) {
  const traces: Trace[] = []
  const steps = swarmTraces(document, rule)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { traces, isAll: step.value }
    traces.push(step.value)
  }
}
const said = ({ traces }: { traces: readonly Trace[] }) =>
  traces.map(({ backend, verdict, hops }) => `${hops[0]?.destination.address} ${backend} ${verdict}`)

beforeEach(() => useSession.setState({ whatIf: new Map() }))

it('holds every packet of every rule, probes left out', () => {
  const all = collect(twoTlsSites, null)
  expect(all.isAll).toBe(true)
  expect(said(all)).toEqual([
    '10.0.0.100 virtualMachine/web1 delivered',
    '10.0.0.100 virtualMachine/web2 delivered',
    '10.0.0.101 virtualMachine/web1 delivered',
    '10.0.0.101 virtualMachine/web2 dropped',
  ])
})

it('holds the packets of one rule only', () => {
  expect(said(collect(twoTlsSites, 'loadBalancingRule/https-b'))).toHaveLength(2)
  expect(collect(twoTlsSites, 'loadBalancingRule/gone').traces).toEqual([])
})

it('follows the what-if', () => {
  useSession.setState({ whatIf: new Map([['virtualMachine/web2', 'down']]) })
  expect(said(collect(twoTlsSites, 'loadBalancingRule/https-a'))).toEqual([
    '10.0.0.100 virtualMachine/web1 delivered',
  ])
})

it('takes an even sample of a large diagram and says so', () => {
  const { traces, isAll } = collect(generate(60, 60), null)
  expect(isAll).toBe(false)
  expect(traces.length).toBeLessThanOrEqual(mostPackets)
  expect(traces.length).toBeGreaterThan(mostPackets / 2)
  expect(new Set(traces.map(({ hops }) => hops[0]?.destination.address)).size).toBe(60)
  expect(new Set(traces.map(({ backend }) => backend)).size).toBeGreaterThan(30)
})
