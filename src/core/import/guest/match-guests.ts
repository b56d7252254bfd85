import { canonicalAddress, prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { addressOf } from './addresses.ts'
import type { GuestFacts, GuestInterface } from './facts.ts'
import { isCalled } from './gather-guests.ts'

/** A guest's output with the machine of the diagram that it comes from. */
export interface MatchedGuest {
  readonly facts: GuestFacts
  readonly machine: Resource<'virtualMachine'>
  /** The interface of each NIC, by the NIC's id. */
  readonly nics: ReadonlyMap<string, GuestInterface>
}

/** The machines that have each address on an ipconfig. */
function machinesByAddress(model: TopologyModel): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { networkInterface, privateIPAddress } of model.all('ipConfiguration')) {
    const machine = model.find('networkInterface', networkInterface)?.virtualMachine
    if (privateIPAddress === undefined || machine === undefined) continue
    const address = canonicalAddress(privateIPAddress)
    const machines = found.get(address)
    if (machines) machines.add(machine)
    else found.set(address, new Set([machine]))
  }
  return found
}

/** The interface of each NIC: by address, by subnet, else by the name that the NIC has in the guest. */
function interfacesByNic(
  model: TopologyModel,
  machine: string,
  facts: GuestFacts,
  names: ReadonlyMap<string, string | undefined> = new Map(),
) {
  const nics = new Map<string, GuestInterface>()
  for (const { id, guest } of model.interfacesOf(machine)) {
    const configurations = model.ipConfigurationsOf(id)
    const known = new Set(
      configurations.flatMap(({ privateIPAddress: own }) =>
        own === undefined ? [] : [canonicalAddress(own)],
      ),
    )
    const byAddress = facts.interfaces.find(({ addresses }) =>
      addresses.some((address) => known.has(addressOf(address))),
    )
    // An address that Azure has not given yet lies in the subnet.
    const prefixes = configurations.flatMap(({ subnet }) => model.prefixesOf(model.find('subnet', subnet)))
    const bySubnet = facts.interfaces.find(
      ({ addresses, isLoopback }) =>
        !isLoopback &&
        addresses.some((address) => prefixes.some((prefix) => prefixContains(prefix, addressOf(address)))),
    )
    const name = names.get(id) ?? guest?.name
    const byName =
      facts.hasAddresses || name === undefined
        ? undefined
        : facts.interfaces.find((one) => isCalled(one, name))
    const found = byAddress ?? (known.size === 0 ? bySubnet : undefined) ?? byName
    if (found) nics.set(id, found)
  }
  return nics
}

/** Finds the machine that a guest is: by the addresses of its NICs, else by its name. */
export function matchGuests(
  model: TopologyModel,
  guests: readonly GuestFacts[],
): { readonly matched: readonly MatchedGuest[]; readonly strangers: readonly GuestFacts[] } {
  const byAddress = machinesByAddress(model)
  const byName = new Map(
    model.all('virtualMachine').map((machine) => [machine.name.toLowerCase(), machine.id]),
  )
  const matched: MatchedGuest[] = []
  const strangers: GuestFacts[] = []
  for (const facts of guests) {
    const counts = new Map<string, number>()
    for (const { addresses } of facts.interfaces) {
      for (const address of addresses) {
        for (const machine of byAddress.get(addressOf(address)) ?? [])
          counts.set(machine, (counts.get(machine) ?? 0) + 1)
      }
    }
    const [first, second] = [...counts].sort(([, one], [, other]) => other - one)
    const named = byName.get((facts.hostname ?? '').toLowerCase().replace(/\..*/, ''))
    // Two machines of two networks may have one address: then the name decides.
    const isClear = first !== undefined && first[1] !== second?.[1]
    const machine = model.find('virtualMachine', isClear ? first[0] : named)
    if (machine) matched.push({ facts, machine, nics: interfacesByNic(model, machine.id, facts) })
    else strangers.push(facts)
  }
  return { matched: [...matched, ...nameless(model, matched, strangers)], strangers }
}

/** Output that says neither an address nor a name belongs to the only guest there is. Takes it out of the strangers. */
function nameless(
  model: TopologyModel,
  matched: readonly MatchedGuest[],
  strangers: GuestFacts[],
): readonly MatchedGuest[] {
  const found = new Set(matched.map(({ machine }) => machine))
  const machines = found.size > 0 ? [...found] : model.all('virtualMachine')
  const [machine] = machines
  if (!machine || machines.length > 1) return []
  const own = strangers.filter((facts) => !facts.hasAddresses && facts.hostname === undefined)
  for (const facts of own) strangers.splice(strangers.indexOf(facts), 1)
  const names = new Map(matched.flatMap(({ nics }) => [...nics].map(([id, { name }]) => [id, name] as const)))
  return own.map((facts) => ({ facts, machine, nics: interfacesByNic(model, machine.id, facts, names) }))
}
