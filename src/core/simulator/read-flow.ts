import { type AddressFamily, canonicalAddress, familyOf, sameAddress } from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { isIdOf } from '../topology/resource-type.ts'
import { addressIndex } from './address-index.ts'
import { guestOf } from './guest.ts'
import type { Endpoint } from './trace.ts'

/** A flow that cannot be read, and why. */
export interface Unreadable {
  readonly problem: string
}

/** A call as it was meant: who, from which address, to which. */
export interface ReadCall {
  readonly client: Endpoint
  readonly called: Endpoint
  readonly protocol: 'Tcp' | 'Udp'
  /** The drawn client or VM that calls; absent for an address alone. */
  readonly caller?: string
  readonly callerMachine?: Resource<'virtualMachine'>
  readonly backend?: string
}

/** What a flow may say; anything may be missing or wrong where it comes from outside. */
export interface CallFields {
  readonly from?: unknown
  readonly to?: unknown
  readonly port?: unknown
  readonly protocol?: unknown
  readonly sourcePort?: unknown
  readonly backend?: unknown
}

const unreadable = (problem: string): Unreadable => ({ problem })

export const isUnreadable = (read: object): read is Unreadable => 'problem' in read

/** Whether a value is a port number. */
export const isPort = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535

/** The VM with this id, or why there is none. */
export function readMachine(
  model: TopologyModel,
  id: unknown,
  field: string,
): Resource<'virtualMachine'> | Unreadable {
  if (typeof id !== 'string') return unreadable(`The flow has no “${field}”.`)
  return model.find('virtualMachine', id) ?? unreadable(`“${id}” in “${field}” is no VM of this diagram.`)
}

interface Source {
  readonly address: string
  readonly caller?: string
  readonly callerMachine?: Resource<'virtualMachine'>
}

/** The address a VM calls from: the first one of the NIC that its routes choose. */
export function addressOfMachine(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  to: string,
  family: AddressFamily,
): string | undefined {
  const guest = guestOf(model, machine)
  const nic = guest.nicFor(to)
  return guest.preferredSource(to) ?? (nic && guest.firstAddressOf(nic.id, family))
}

function readSource(
  model: TopologyModel,
  from: unknown,
  to: string,
  family: AddressFamily,
): Source | Unreadable {
  if (typeof from !== 'string') return unreadable('The flow has no “from”.')
  const machine = model.find('virtualMachine', from)
  if (machine) {
    const address = addressOfMachine(model, machine, to, family)
    if (address === undefined) return unreadable(`${machine.name} has no ${family} address to call from.`)
    return { address, caller: machine.id, callerMachine: machine }
  }
  const client = model.find('client', from)
  const text = client ? client.ipAddress : from
  if (familyOf(text) === undefined || text === undefined) {
    const what = client ? `The client ${client.name} has no usable address.` : undefined
    return unreadable(what ?? `“${from}” in “from” is neither an address nor a client or VM of this diagram.`)
  }
  if (familyOf(text) !== family) {
    return unreadable(`${text} cannot call ${model.nameOf(to)}: one is IPv4 and the other IPv6.`)
  }
  const address = canonicalAddress(text)
  const { configurations, clients } = addressIndex(model)
  const configuration = configurations.get(address)?.find((one) => sameAddress(one.privateIPAddress, address))
  const holder = configuration && model.memberOf(configuration.id)?.virtualMachine
  const drawn = client ?? clients.get(address)?.[0]
  const caller = drawn?.id ?? holder?.id
  return {
    address,
    ...(caller ? { caller } : {}),
    ...(holder ? { callerMachine: holder } : {}),
  }
}

/** Reads who calls what. A frontend may be called by its id. */
export function readCall(model: TopologyModel, flow: CallFields): ReadCall | Unreadable {
  const { from, to, port, protocol, sourcePort, backend } = flow
  if (typeof to !== 'string') return unreadable('The flow has no “to”.')
  if (protocol !== 'Tcp' && protocol !== 'Udp') return unreadable('The protocol of a flow is Tcp or Udp.')
  if (!isPort(port)) return unreadable('The port of a flow is a whole number from 0 to 65535.')
  if (sourcePort !== undefined && sourcePort !== null && !isPort(sourcePort)) {
    return unreadable('The source port of a flow is a whole number from 0 to 65535.')
  }
  const frontend = model.find('frontendIPConfiguration', to)
  const family = frontend ? model.frontendFamily(frontend) : familyOf(to)
  if (!family) {
    return unreadable(
      isIdOf(to, 'frontendIPConfiguration')
        ? `“${to}” in “to” is no frontend of this diagram.`
        : `“${to}” in “to” is neither an address nor a frontend of this diagram.`,
    )
  }
  const address = frontend ? (model.frontendAddress(frontend.id) ?? frontend.id) : canonicalAddress(to)
  const source = readSource(model, from, address, family)
  if (isUnreadable(source)) return source
  const named = backend === undefined ? undefined : readMachine(model, backend, 'backend')
  if (named && isUnreadable(named)) return named
  const { caller, callerMachine } = source
  return {
    client: { address: source.address, port: sourcePort ?? null },
    called: { address, port },
    protocol,
    ...(caller ? { caller } : {}),
    ...(callerMachine ? { callerMachine } : {}),
    ...(named ? { backend: named.id } : {}),
  }
}
