import { isAnyAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { addressOf, holderOf } from './addresses.ts'
import { askedAddresses } from './asked-addresses.ts'
import { comparePorts, sayListening, socketsOn } from './compare-ports.ts'
import { compareSwitches } from './compare-switches.ts'
import type { MatchedGuest } from './match-guests.ts'

/** Something that was asked of a guest, and what the guest has. */
export interface GuestComparison {
  /** The id and the name of the machine. */
  readonly machine: string
  readonly machineName: string
  readonly asked: string
  readonly has: string
  readonly agrees: boolean
}

/** Adds a row to a comparison. */
export type AddRow = (asked: string, has: string, agrees: boolean) => void

/** Compares what a diagram asks of a guest, drawn or by a rule with floating IP, with what the guest says it has. */
export function compareGuest(
  model: TopologyModel,
  { facts, machine, nics }: MatchedGuest,
): readonly GuestComparison[] {
  const rows: GuestComparison[] = []
  const add = (asked: string, has: string, agrees: boolean) =>
    rows.push({ machine: machine.id, machineName: machine.name, asked, has, agrees })

  if (facts.hasAddresses) {
    const asked = new Map(
      [...askedAddresses(model, machine.id)].map(([address, { text }]) => [address, text] as const),
    )
    const drawn = new Map<string, string>()
    for (const { addresses = [] } of [
      ...model.loopbacksOf(machine.id),
      ...model.interfacesOf(machine.id).map(({ guest }) => ({ addresses: guest?.addresses })),
    ]) {
      for (const cidr of addresses ?? []) {
        drawn.set(addressOf(cidr), cidr)
        if (!asked.has(addressOf(cidr))) asked.set(addressOf(cidr), cidr)
      }
    }
    for (const [address, text] of asked) {
      const holder = holderOf(facts.interfaces, address)
      const held = holder?.addresses.find((cidr) => addressOf(cidr) === address)
      const wanted = drawn.get(address)
      const isShort =
        held !== undefined && wanted !== undefined && held.split('/')[1] !== wanted.split('/')[1]
      const has = held === undefined ? 'On no interface' : `${held} on ${holder?.name ?? 'an interface'}`
      add(`Address ${isShort ? wanted : text}`, has, held !== undefined && !isShort)
    }
  }
  compareSwitches(model, { facts, machine, nics }, add)
  if (facts.sockets) {
    for (const listener of model.listenersOf(machine.id)) {
      const { protocol, address, port, enabled, name } = listener
      if (enabled === false || address === undefined) continue
      const same = socketsOn(facts, protocol, port)
      const exact = same.some((one) => addressOf(one.address) === addressOf(address))
      // What listens on every address listens on this one, too.
      const takes = exact || same.some((one) => isAnyAddress(one.address))
      add(`${protocol} ${port} on ${address} (${name})`, sayListening(same, exact), takes)
    }
    comparePorts(model, { facts, machine, nics }, add)
  }
  return rows
}
