import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Hop, Trace } from '../trace.ts'
import { tcpdumpLine } from './tcpdump-line.ts'

/** What a capture inside a guest shows of a packet at one place of its way. */
export interface Capture {
  /** The name of the VM whose guest sees it. */
  readonly machine: string
  /** The name of the interface in the guest. */
  readonly interface: string
  /** As `tcpdump -n -t` prints it. */
  readonly line: string
  /** What to run there; Windows has no tcpdump. */
  readonly command?: string
}

type Nic = Resource<'networkInterface'>

function machineOfTrace(
  model: TopologyModel,
  { flow, backend }: Trace,
): Resource<'virtualMachine'> | undefined {
  const id = flow.kind === 'probe' ? flow.virtualMachine : flow.kind === 'outbound' ? flow.from : backend
  return model.find('virtualMachine', id)
}

/** The NIC at which packets of a trace arrive. */
function arrivalNic(model: TopologyModel, trace: Trace, machine: string): Nic | undefined {
  const configuration = model.find('ipConfiguration', trace.backendIPConfiguration)
  return model.find('networkInterface', configuration?.networkInterface) ?? model.interfacesOf(machine)[0]
}

/** The name that the guest has for a NIC, or the usual one. */
function nameInGuest(model: TopologyModel, machine: Resource<'virtualMachine'>, nic: Nic): string {
  if (nic.guest?.name !== undefined) return nic.guest.name
  const index = Math.max(
    0,
    model.interfacesOf(machine.id).findIndex(({ id }) => id === nic.id),
  )
  if (machine.guest?.os === 'windows') return index === 0 ? 'Ethernet' : `Ethernet ${index + 1}`
  return `eth${index}`
}

const arriving: readonly Hop['at'][] = ['guest-ip', 'guest-firewall', 'socket']

/** Where a header passes an interface of the guest: which one, and the header there. */
interface Passing {
  readonly by: Nic | 'lo'
  readonly source: Hop['source']
  readonly destination: Hop['destination']
  readonly isAnswer: boolean
}

function passingAt(model: TopologyModel, trace: Trace, index: number, arrival: Nic): Passing | undefined {
  const hop = trace.hops[index]
  if (!hop) return undefined
  const { source, destination } = hop
  const { flow, reason, guestSees } = trace
  const out = (isAnswer: boolean): Passing => ({
    by: model.find('networkInterface', hop.resource) ?? arrival,
    source,
    destination,
    isAnswer,
  })
  if (flow.kind === 'outbound') return hop.at === 'guest-egress' ? out(false) : undefined
  const isLocal = trace.hops[0]?.at === 'guest-ip'
  if (isLocal) return { by: 'lo', source, destination, isAnswer: false }
  if (arriving.includes(hop.at)) {
    // A capture stands before port forwards, which change what later places see.
    return { by: arrival, source, destination: guestSees ?? destination, isAnswer: false }
  }
  const isLast = index === trace.hops.length - 1
  if (hop.at === 'guest-egress') {
    if (isLast && reason === 'reply-strong-host-send') return undefined
    if (isLast && hop.fact === 'lo-prefix-drops-on-arrival') return undefined
    const stays = isLast && reason === 'reply-routed-to-loopback'
    const isPutBackNext = trace.hops[index + 1]?.at === 'guest-egress' && !stays
    if (isPutBackNext) return passingAt(model, trace, index + 1, arrival)
    return { ...out(true), ...(stays ? { by: 'lo' } : {}) }
  }
  return hop.at === 'host-egress' ? out(true) : undefined
}

/** An argument of a shell on Linux. */
const quoted = (text: string) => (/^[\w.@:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

/**
 * What tcpdump in the guest prints of the packet at a hop; `undefined` where the packet passes no interface
 * of a guest: on Azure's side, or where the guest sends nothing.
 */
export function captureOf(model: TopologyModel, trace: Trace, index: number): Capture | undefined {
  const machine = machineOfTrace(model, trace)
  const arrival = machine && arrivalNic(model, trace, machine.id)
  const passing = arrival && passingAt(model, trace, index, arrival)
  if (!machine || !passing) return undefined
  const isWindows = machine.guest?.os === 'windows'
  // What Windows sends to itself passes no interface that a capture can name.
  if (passing.by === 'lo' && isWindows) return undefined
  const refused = trace.hops.some(({ fact }) => fact === 'closed-port-refuses')
  const protocol = trace.flow.kind === 'probe' ? 'Tcp' : trace.flow.protocol
  const kind = !passing.isAnswer ? 'request' : refused ? 'refusal' : 'answer'
  const line = tcpdumpLine({ ...passing, protocol, kind })
  if (line === undefined) return undefined
  const name = passing.by === 'lo' ? 'lo' : nameInGuest(model, machine, passing.by)
  return {
    machine: machine.name,
    interface: name,
    line,
    ...(isWindows ? {} : { command: `tcpdump -n -t -i ${quoted(name)}` }),
  }
}
