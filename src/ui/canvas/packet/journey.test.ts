import { describe, expect, it } from 'vitest'
import { drawingInput, manyMachines } from '../../../core/drawing/test-drawing.ts'
import { startToDrawing } from '../../../core/drawing/to-drawing.ts'
import { firewallPair } from '../../../core/scenarios/firewall-pair.ts'
import { outboundFromFrontendAddress } from '../../../core/scenarios/outbound-from-frontend-address.ts'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { simulate } from '../../../core/simulator/simulate.ts'
import type { Flow } from '../../../core/simulator/trace.ts'
import { prefixContains } from '../../../core/topology/address.ts'
import { patch, type TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { journeyOf } from './journey.ts'
import { pointAt } from './rail.ts'

function journey(document: TopologyDocument, flow: Flow, backend?: string) {
  const canvas = startToDrawing()(drawingInput(document))
  const trace = simulate(document, flow).traces.find(
    (one) => backend === undefined || one.backend === backend,
  )
  const found = trace && journeyOf(resolve(document), canvas, trace)
  if (!found) throw new Error('nothing to follow')
  return { ...found, canvas }
}

const call = {
  kind: 'inbound',
  from: 'client/app-tier',
  to: '10.0.0.101',
  port: 443,
  protocol: 'Tcp',
} as const
const stopsOf = (found: ReturnType<typeof journey>) =>
  found.stops.map(({ node, row }) => (row === undefined ? node : `${node} / ${row}`))

describe('the way of a packet', () => {
  it('goes through every node and row on the way in, and back', () => {
    const found = journey(twoTlsSites, call, 'virtualMachine/web1')
    const web1 = 'virtualMachine/web1'
    expect(stopsOf(found)).toEqual([
      'client/app-tier',
      'loadBalancingRule/https-b',
      web1,
      web1,
      `${web1} / loopbackInterface/web1-site-b`,
      `${web1} / loopbackInterface/web1-site-b`,
      `${web1} / listener/web1-iis`,
      `${web1} / networkInterface/web1-nic`,
      web1,
      web1,
      'client/app-tier',
    ])
    const distances = found.stops.map(({ distance }) => distance)
    const turn = distances.indexOf(Math.max(...distances))
    expect(turn).toBe(6)
    expect(distances.slice(0, turn + 1)).toEqual(distances.slice(0, turn + 1).toSorted((a, b) => a - b))
    expect(distances.at(-1)).toBe(0)
  })

  it('ends at the row that says which address is missing', () => {
    const found = journey(twoTlsSites, call, 'virtualMachine/web2')
    expect(stopsOf(found).at(-1)).toBe('virtualMachine/web2 / missing 10.0.0.101')
  })

  it('stands at the NIC when floating IP is off', () => {
    const off = patch(twoTlsSites, 'loadBalancingRule/https-b', { enableFloatingIP: false })
    expect(stopsOf(journey(off, call, 'virtualMachine/web2'))[4]).toBe(
      'virtualMachine/web2 / networkInterface/web2-nic',
    )
  })

  it('stays where it was stopped when no rule takes it', () => {
    const found = journey(twoTlsSites, { ...call, port: 80 })
    expect(found.chain).toEqual(['client/app-tier', 'frontendIPConfiguration/site-b'])
    expect(stopsOf(found).at(-1)).toBe('frontendIPConfiguration/site-b')
  })

  it('starts at the stand-in where no client is drawn', () => {
    const found = journey(manyMachines(1), { ...call, from: '10.0.255.254', to: '10.0.255.1' })
    expect(found.chain[0]).toBe('synthetic/internal/loadBalancer/lb')
  })

  it('sends a probe from its rule', () => {
    const probe = { kind: 'probe', probe: 'probe/health', virtualMachine: 'virtualMachine/web1' } as const
    const found = journey(twoTlsSites, probe)
    expect(found.chain).toEqual([
      'loadBalancingRule/https-a',
      'backendAddressPool/web-pool',
      'virtualMachine/web1',
    ])
    expect(stopsOf(found).at(-1)).toBe('loadBalancingRule/https-a')
  })

  it('leaves a VM through the rule that gives it an address', () => {
    const { document, flows } = outboundFromFrontendAddress
    const flow = flows.map((one) => one.flow).find(({ kind }) => kind === 'outbound')
    const bound = flow?.kind === 'outbound' ? flow : undefined
    const allowed = bound && ({ ...bound, bind: '10.0.0.4' } as const)
    const refused = bound && ({ ...bound, bind: '65.52.0.1' } as const)
    const out = allowed && journey(document, allowed)
    expect(out?.chain.map((id) => id.split('/')[0])).toEqual([
      'frontendIPConfiguration',
      'outboundRule',
      'backendAddressPool',
      'virtualMachine',
    ])
    const distances = out?.stops.map(({ distance }) => distance) ?? []
    expect(distances).toEqual(distances.toSorted((one, other) => other - one))
    expect(distances.at(-1)).toBe(0)
    const stopped = refused && journey(document, refused)
    const [first, last] = [stopped?.stops[0], stopped?.stops.at(-1)]
    expect(last?.distance).toBeGreaterThan(0)
    expect(last?.distance).toBeLessThan(first?.distance ?? 0)
  })

  describe('that is routed', () => {
    const { document } = firewallPair
    const workload = (address: string) =>
      resolve(document)
        .all('subnet')
        .find(({ addressPrefix }) => prefixContains(addressPrefix, address))?.id
    const routed = (to: string) =>
      journey(
        document,
        { kind: 'routed', from: '10.1.0.4', to, port: 443, protocol: 'Tcp' },
        'virtualMachine/nva2',
      )

    it('comes out of its subnet and goes on behind the appliance into the one it is for', () => {
      const { chain, stops, rail, canvas } = routed('10.2.0.4')
      expect(chain[0]).toBe(workload('10.1.0.4'))
      expect(chain.at(-1)).toBe('virtualMachine/nva2')
      expect(stops.at(-1)?.node).toBe(workload('10.2.0.4'))
      const distances = stops.map(({ distance }) => distance)
      expect(distances).toEqual(distances.toSorted((one, other) => one - other))
      expect(distances.at(-1)).toBeGreaterThan(distances.at(-2) ?? 0)
      const box = canvas.nodes.find(({ id }) => id === workload('10.2.0.4'))?.box
      const end = pointAt(rail, distances.at(-1) ?? 0)
      expect(box && end.y > box.y && end.y < box.y + box.height).toBe(true)
    })

    it('goes away from the appliance where nothing of its end is drawn', () => {
      const internet = patch(document, 'routeTable/spoke-1', {
        routes: [
          {
            name: 'all',
            addressPrefix: '0.0.0.0/0',
            nextHopType: 'VirtualAppliance',
            nextHopIpAddress: '10.0.0.36',
          },
        ],
      })
      const flow = {
        kind: 'routed',
        from: '10.1.0.4',
        to: '198.51.100.7',
        port: 443,
        protocol: 'Tcp',
      } as const
      const { stops, rail, canvas } = journey(internet, flow, 'virtualMachine/nva2')
      const box = canvas.nodes.find(({ id }) => id === 'virtualMachine/nva2')?.box
      expect(pointAt(rail, stops.at(-1)?.distance ?? 0).x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0))
    })
  })

  it('begins on the right of the client and runs along the diagram', () => {
    const { rail, stops, canvas } = journey(twoTlsSites, call, 'virtualMachine/web1')
    const box = canvas.nodes.find(({ id }) => id === 'client/app-tier')?.box
    expect(pointAt(rail, 0)).toEqual({ x: (box?.x ?? 0) + 144, y: (box?.y ?? 0) + 44 })
    const rule = pointAt(rail, stops[1]?.distance ?? 0)
    expect(rule.x).toBeCloseTo(376, 3)
    expect(rule.y).toBeCloseTo(408, 3)
  })
})
