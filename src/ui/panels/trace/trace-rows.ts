import type { Endpoint, Hop, Place, Trace } from '../../../core/simulator/trace.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { ownerOf } from '../properties/thing-label.ts'
import { calledName, callerName } from './flow-label.ts'
import { toneOfTrace } from './verdict-line.ts'
import { placeWords } from './words.ts'

/** A place of the trace as a line of the table. */
export interface TraceRow {
  /** The step: its place among the trace's hops. */
  readonly index: number
  readonly hop: Hop
  readonly where: string
  /** The packet ends here. */
  readonly fails: boolean
  /** Which half of the header this place changed: on the way there the destination counts, on the way back the source. */
  readonly rewritten?: 'source' | 'destination'
}

export interface TraceRows {
  readonly forward: readonly TraceRow[]
  readonly reply: readonly TraceRow[]
  /** Places that would have followed. */
  readonly missed: readonly string[]
}

const atMachine = new Set<Place>(['guest-ip', 'guest-firewall', 'socket', 'guest-egress'])

function machinePlace(at: Place, name: string): string {
  if (at === 'guest-firewall') return `${name} / firewall`
  return at === 'client' || at === 'server' ? name : `${name} / guest`
}

/** What a hop's place is called: the things of the diagram that stand for it. */
export function whereOf(model: TopologyModel, { at, resource }: Hop, { flow }: Trace): string {
  if (at === 'host' || at === 'host-egress') return placeWords[at]
  if (at === 'server' && flow.kind !== 'probe') return calledName(model, flow.to)
  const thing = model.get(resource)
  const type = thing && typeOfId(thing.id)
  // A client that nobody drew has no resource of its own.
  const isCaller = type === 'client' || type === 'virtualMachine'
  if (at === 'client' && flow.kind !== 'probe' && !isCaller) return callerName(model, flow.from)
  if (!thing) return resource || placeWords[at]
  if (type === 'virtualMachine') return machinePlace(at, thing.name)
  if (type === 'listener') return thing.name
  const owner = ownerOf(model, thing.id)
  if (owner === undefined) return thing.name
  if (type === 'networkInterface') {
    const inGuest = model.find('networkInterface', thing.id)?.guest?.name
    return `${model.nameOf(owner)} / ${(atMachine.has(at) && inGuest) || thing.name}`
  }
  return `${model.nameOf(owner)} / ${thing.name}`
}

/** Where the packet turns: the index of the first hop of the reply, or the number of hops where there is none. */
export function replyStart({ flow, hops }: Trace): number {
  if (flow.kind === 'outbound' || flow.kind === 'routed') return hops.length
  const socket = hops.findIndex(({ at }) => at === 'socket')
  const egress = hops.findIndex(({ at }) => at === 'guest-egress')
  if (socket >= 0) return socket + 1
  return egress >= 0 ? egress : hops.length
}

const failing = new Set<Trace['verdict']>(['dropped', 'refused', 'down'])

/** The index of the hop at which a failing trace fails. */
export function failingStep(trace: Trace): number | undefined {
  if (!failing.has(trace.verdict)) return undefined
  const index = trace.hops.findLastIndex(({ at }) => at === trace.at)
  return index < 0 ? trace.hops.length - 1 : index
}

const beforeSocket = new Set<Place>(['host', 'nsg', 'guest-ip', 'guest-firewall'])

/** Places that the packet would certainly have come to next, had it not been dropped. */
function missedPlaces(model: TopologyModel, trace: Trace): readonly string[] {
  const { flow, backend, verdict, at } = trace
  if (!failing.has(verdict) || verdict === 'refused') return []
  if (beforeSocket.has(at)) {
    const machine = flow.kind === 'probe' ? flow.virtualMachine : backend
    const last = trace.hops.at(-1)?.destination
    if (machine === undefined || !last || flow.kind === 'outbound' || flow.kind === 'routed') return []
    const protocol = flow.kind === 'probe' ? 'Tcp' : flow.protocol
    const serving = model
      .listenersOf(machine)
      .find(
        (listener) =>
          listener.enabled !== false &&
          listener.protocol === protocol &&
          listener.port === last.port &&
          (listener.address === '0.0.0.0' || listener.address === '::' || listener.address === last.address),
      )
    return serving ? [serving.name] : []
  }
  if (at === 'guest-egress' || at === 'host-egress') {
    if (flow.kind === 'probe') return [placeWords.lb]
    return flow.kind === 'outbound' ? [] : [callerName(model, flow.from)]
  }
  return []
}

const differ = (one: Endpoint, other: Endpoint) => one.address !== other.address || one.port !== other.port

/** A trace as lines: the way there, the way back, and what was not reached. */
export function traceRows(model: TopologyModel, trace: Trace): TraceRows {
  const { hops } = trace
  // A probe that is down where it should be fails nowhere.
  const fails = toneOfTrace(model, trace) === 'bad' ? failingStep(trace) : undefined
  const turn = replyStart(trace)
  const rows = hops.map((hop, index): TraceRow => {
    const half = index > turn || trace.flow.kind === 'outbound' ? 'source' : 'destination'
    const before = index === turn ? undefined : hops[index - 1]
    return {
      index,
      hop,
      where: whereOf(model, hop, trace),
      fails: index === fails,
      ...(before && differ(before[half], hop[half]) ? { rewritten: half } : {}),
    }
  })
  return { forward: rows.slice(0, turn), reply: rows.slice(turn), missed: missedPlaces(model, trace) }
}
