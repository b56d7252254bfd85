import { isClusterAddress, type Resource, type TopologyModel } from '../../topology/model.ts'
import { addressOf } from './addresses.ts'
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

/** The floating addresses that a machine is to answer for, each with the frontend that it belongs to. */
function askedAddresses(model: TopologyModel, machine: string): ReadonlyMap<string, string> {
  const asked = new Map<string, string>()
  const frontendRules = [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]
  for (const frontendRule of frontendRules) {
    const frontend = model.find('frontendIPConfiguration', frontendRule.frontendIPConfiguration)
    const address = model.frontendAddress(frontend?.id)
    if (!frontendRule.enableFloatingIP || !frontend || address === undefined || isClusterAddress(frontend))
      continue
    const isMember = model
      .membersOfRule(frontendRule)
      .some(({ virtualMachine }) => virtualMachine?.id === machine)
    if (isMember && !asked.has(address)) asked.set(address, `${address} of ${frontend.name}`)
  }
  return asked
}

const sayOnOff = (value: boolean) => (value ? 'on' : 'off')

/** Compares what a diagram asks of a guest, drawn or by a rule with floating IP, with what the guest says it has. */
export function compareGuest(
  model: TopologyModel,
  { facts, machine, nics }: MatchedGuest,
): readonly GuestComparison[] {
  const rows: GuestComparison[] = []
  const add = (asked: string, has: string, agrees: boolean) =>
    rows.push({ machine: machine.id, machineName: machine.name, asked, has, agrees })

  if (facts.hasAddresses) {
    const asked = new Map(askedAddresses(model, machine.id))
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
      const holder = facts.interfaces.find((one) => one.addresses.some((cidr) => addressOf(cidr) === address))
      const held = holder?.addresses.find((cidr) => addressOf(cidr) === address)
      const wanted = drawn.get(address)
      const isShort =
        held !== undefined && wanted !== undefined && held.split('/')[1] !== wanted.split('/')[1]
      const has = held === undefined ? 'On no interface' : `${held} on ${holder?.name ?? 'an interface'}`
      add(`Address ${isShort ? wanted : text}`, has, held !== undefined && !isShort)
    }
  }
  for (const nic of model.interfacesOf(machine.id)) compareSwitches(nic, nics, add)
  if (facts.sockets) {
    for (const listener of model.listenersOf(machine.id)) {
      const { protocol, address, port, enabled, name } = listener
      if (enabled === false || address === undefined) continue
      const same = facts.sockets.filter((one) => one.protocol === protocol && one.port === port)
      const exact = same.some((one) => addressOf(one.address) === addressOf(address))
      const others = same.map((one) => one.address).join(', ')
      const has = exact ? 'Listens' : others === '' ? 'Nothing listens on the port' : `Listens on ${others}`
      add(`${protocol} ${port} on ${address} (${name})`, has, exact)
    }
  }
  return rows
}

const switches = ['weakHostReceive', 'weakHostSend', 'weakHostReceiveIPv6', 'weakHostSendIPv6'] as const
const labels = {
  weakHostReceive: 'Weak host receive',
  weakHostSend: 'Weak host send',
  weakHostReceiveIPv6: 'Weak host receive, IPv6',
  weakHostSendIPv6: 'Weak host send, IPv6',
}

function compareSwitches(
  { id, name, guest }: Resource<'networkInterface'>,
  nics: MatchedGuest['nics'],
  add: (asked: string, has: string, agrees: boolean) => void,
): void {
  const found = nics.get(id)
  for (const key of switches) {
    const [asked, has] = [guest?.[key], found?.[key]]
    if (asked !== undefined && has !== undefined)
      add(`${labels[key]} ${sayOnOff(asked)} on ${name}`, `It is ${sayOnOff(has)}`, asked === has)
  }
}
