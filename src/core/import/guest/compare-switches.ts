import { familyOf } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { addressOf, holderOf } from './addresses.ts'
import { askedAddresses } from './asked-addresses.ts'
import type { AddRow } from './compare-guest.ts'
import type { GuestInterface } from './facts.ts'
import type { MatchedGuest } from './match-guests.ts'

const sayState = (value: boolean) => (value ? 'enabled' : 'disabled')

const switches = ['weakHostReceive', 'weakHostSend', 'weakHostReceiveIPv6', 'weakHostSendIPv6'] as const
const labels = {
  weakHostReceive: 'Weak host receive',
  weakHostSend: 'Weak host send',
  weakHostReceiveIPv6: 'Weak host receive, IPv6',
  weakHostSendIPv6: 'Weak host send, IPv6',
}

/** The switches that are drawn, and on Windows those that a floating address on a loopback adapter needs. */
export function compareSwitches(
  model: TopologyModel,
  { facts, machine, nics }: MatchedGuest,
  add: AddRow,
): void {
  const said = new Set<string>()
  const compare = (
    key: (typeof switches)[number],
    asked: boolean | undefined,
    found: GuestInterface | undefined,
    name: string,
  ) => {
    const has = found?.[key]
    const row = `${key} ${found?.name ?? name}`
    if (asked === undefined || has === undefined || said.has(row)) return
    said.add(row)
    add(`${labels[key]} ${sayState(asked)} on ${name}`, `It is ${sayState(has)}`, asked === has)
  }
  for (const { id, name, guest } of model.interfacesOf(machine.id)) {
    for (const key of switches) compare(key, guest?.[key], nics.get(id), name)
  }
  for (const { name, addresses, ...loopback } of model.loopbacksOf(machine.id)) {
    const held = (addresses ?? [])
      .map(addressOf)
      .map((address) => holderOf(facts.interfaces, address))
      .find((one) => one !== undefined)
    for (const key of switches) compare(key, loopback[key], held, name)
  }
  if ((facts.os ?? machine.guest?.os) !== 'windows') return
  for (const [address, { nic }] of askedAddresses(model, machine.id)) {
    const holder = holderOf(facts.interfaces, address)
    const arrival = nics.get(nic ?? '')
    if (!holder || holder === arrival) continue
    const isSix = familyOf(address) === 'IPv6'
    compare(isSix ? 'weakHostReceiveIPv6' : 'weakHostReceive', true, arrival, arrival?.name ?? 'the NIC')
    compare(isSix ? 'weakHostSendIPv6' : 'weakHostSend', true, holder, holder.name ?? 'the loopback')
  }
}
