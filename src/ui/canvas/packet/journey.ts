import type { Drawing, DrawingNode } from '../../../core/drawing/to-drawing.ts'
import type { VirtualMachineView } from '../../../core/drawing/views/view.ts'
import { standsForThing, type VirtualMachineRow } from '../../../core/drawing/views/virtual-machine-rows.ts'
import type { Hop, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { beyondOf, chainOf } from './chain.ts'
import { type Rail, railThrough } from './rail.ts'

/** Where a hop is on the rail, and what lights up when the packet is there. */
export interface Stop {
  readonly distance: number
  readonly node: string
  readonly row?: string
}

/** A trace as a way across the diagram: one stop for each hop. */
export interface Journey {
  readonly chain: readonly string[]
  readonly rail: Rail
  readonly stops: readonly Stop[]
}

const guestPlaces: readonly Hop['at'][] = ['guest-ip', 'guest-firewall', 'socket', 'guest-egress']

function rowOf(
  rows: readonly VirtualMachineRow[],
  hop: Hop,
  isLast: boolean,
  trace: Trace,
): VirtualMachineRow | undefined {
  const own = rows.find((row) => standsForThing(row, hop.resource))
  if (own) return own
  const missing = isLast && trace.reason === 'guest-no-address'
  return missing ? rows.find(({ key }) => key === `missing ${hop.destination.address}`) : undefined
}

/** The rows that a trace stands at on its way in, in order; the NIC comes first. */
function rowsOnTheWay(machine: DrawingNode | undefined, trace: Trace): VirtualMachineRow[] {
  if (machine?.type !== 'virtualMachine') return []
  const { rows } = machine.view as VirtualMachineView
  const visited: VirtualMachineRow[] = []
  for (const [index, hop] of trace.hops.entries()) {
    if (hop.at === 'guest-egress' && trace.flow.kind !== 'outbound') break
    if (!guestPlaces.includes(hop.at) && hop.at !== 'nsg' && hop.at !== 'host') continue
    const row = rowOf(rows, hop, index === trace.hops.length - 1, trace)
    if (row && !visited.includes(row)) visited.push(row)
  }
  return visited
}

function stopsOf(
  chain: readonly string[],
  rail: Rail,
  rows: readonly VirtualMachineRow[],
  trace: Trace,
  beyond: string | undefined,
): Stop[] {
  const end = chain.at(-1) ?? ''
  const mark = (key: string) => rail.marks.get(key)
  const edgeStart = mark(`${chain.at(-2)} out`) ?? 0
  const atEnd = mark(`${end} in`) ?? 0
  const first = chain[0] ?? ''
  const outbound = trace.flow.kind === 'outbound'
  // Of a routed packet the security groups are asked before the NIC's IP forwarding.
  const isRouted = trace.flow.kind === 'routed'
  const beforeEnd = edgeStart + (atEnd - edgeStart) * 0.55
  let row = rows[0]
  return trace.hops.map((hop, index): Stop => {
    const isLast = index === trace.hops.length - 1
    switch (hop.at) {
      case 'client':
        return { distance: chain.length === 1 ? atEnd : 0, node: first }
      case 'server':
        return outbound
          ? { distance: 0, node: first }
          : { distance: mark('beyond') ?? atEnd, node: beyond ?? end }
      case 'host-egress': {
        if (!outbound) return { distance: atEnd, node: end }
        const way = mark(`${chain.find((id) => id === hop.resource)} in`)
        return { distance: way ?? atEnd * 0.5, node: way === undefined ? end : hop.resource }
      }
      case 'lb':
        return { distance: 0, node: first }
      case 'frontend': {
        const node = chain.includes(hop.resource) ? hop.resource : (chain[1] ?? first)
        return { distance: mark(`${node} in`) ?? 0, node }
      }
      case 'host':
        return { distance: isRouted ? atEnd : beforeEnd, node: end }
      case 'nsg':
        return { distance: isRouted ? beforeEnd : atEnd, node: end }
      default: {
        const found = rowOf(rows, hop, isLast, trace) ?? (hop.at === 'guest-egress' ? rows[0] : row)
        row = found ?? row
        const distance = (found && mark(found.key)) ?? atEnd
        return { distance, node: end, ...(found ? { row: found.key } : {}) }
      }
    }
  })
}

/** The way of a trace across the diagram, or `undefined` where its nodes are not drawn. */
export function journeyOf(model: TopologyModel, canvas: Drawing, trace: Trace): Journey | undefined {
  const byId = new Map(canvas.nodes.map((node) => [node.id, node]))
  const nodes = chainOf(model, trace).flatMap((id) => byId.get(id) ?? [])
  if (nodes.length === 0 || trace.hops.length === 0) return undefined
  const chain = nodes.map(({ id }) => id)
  const rows = rowsOnTheWay(nodes.at(-1), trace)
  const target = beyondOf(model, trace)
  const beyond = byId.get(target ?? '')
  const rail = railThrough(nodes, rows, beyond ?? (target === undefined ? undefined : 'away'))
  return { chain, rail, stops: stopsOf(chain, rail, rows, trace, beyond?.id) }
}
