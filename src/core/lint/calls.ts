import { canonicalAddress, familyOf, isOwnToEveryMachine } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { type Guest, guestOf } from './guest.ts'

/** A connection that a guest is known to make to an address that no frontend has. */
export interface Call {
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly guest: Guest
  readonly index: number
  /** What the connection is called, else where it goes. */
  readonly name: string
  readonly to: string
  readonly port: number
  readonly protocol: 'Tcp' | 'Udp'
  readonly bind: string | undefined
  /** Who has the address, by the IP configuration or the public address of its own; absent for somebody outside. */
  readonly called: PoolMember | undefined
}

type Configurations = ReadonlyMap<string, Resource<'ipConfiguration'>>

/** IP configurations by their private and public addresses; of two with one address the first. */
function holdersOf(model: TopologyModel): Configurations {
  const holders = new Map<string, Resource<'ipConfiguration'>>()
  for (const one of model.all('ipConfiguration')) {
    const own = model.find('publicIPAddress', one.publicIPAddress)?.ipAddress
    for (const text of [one.privateIPAddress, own]) {
      if (text === undefined) continue
      const address = canonicalAddress(text)
      if (!holders.has(address)) holders.set(address, one)
    }
  }
  return holders
}

function compute(model: TopologyModel): readonly Call[] {
  let holders: Configurations | undefined
  return model.all('virtualMachine').flatMap((virtualMachine) =>
    (virtualMachine.guest?.connections ?? []).flatMap(({ name, to, port, protocol, bind }, index): Call[] => {
      const guest = guestOf(model, virtualMachine)
      if (!guest || to === undefined || port === undefined) return []
      if (protocol !== 'Tcp' && protocol !== 'Udp') return []
      if (familyOf(to) === undefined || isOwnToEveryMachine(to)) return []
      if (model.frontendsWithAddress(to).length > 0) return []
      holders ??= holdersOf(model)
      const called = model.memberOf(holders.get(canonicalAddress(to))?.id ?? '')
      return [{ virtualMachine, guest, index, name: name ?? to, to, port, protocol, bind, called }]
    }),
  )
}

const known = new WeakMap<TopologyModel, readonly Call[]>()

/** Every connection that guests make to addresses that no frontend has. */
export function callsOf(model: TopologyModel): readonly Call[] {
  let calls = known.get(model)
  if (!calls) {
    calls = compute(model)
    known.set(model, calls)
  }
  return calls
}

/** The address that a guest calls from: the one its routes prefer, else the first of the NIC that they choose. */
export function sourceOf({ guest, to }: Pick<Call, 'guest' | 'to'>): string | undefined {
  const { nic, held } = guest.way(to)
  return held?.address ?? guest.firstAddress(nic, familyOf(to) ?? 'IPv4')
}
