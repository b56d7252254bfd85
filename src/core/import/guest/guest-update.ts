import { isHaPorts, type TopologyModel } from '../../topology/model.ts'
import { type ResourceType, slugOfName } from '../../topology/resource-type.ts'
import { sameValue } from '../../topology/same-value.ts'
import type { ImportNote } from '../importer.ts'
import { addressOf, isLoopbackAdapter, isShown, shownAddresses } from './addresses.ts'
import type { GuestFacts, GuestInterface, GuestSocket } from './facts.ts'
import { isCalled } from './gather-guests.ts'
import type { MatchedGuest } from './match-guests.ts'
import { rulesOfMachine } from './rules-of-machine.ts'

/** What is said of one guest, and the routes by source that are taken from one, at most. */
const mostMessages = 100
const mostRoutes = 200

type Drafts = Record<string, Record<string, unknown>>

const defined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

const weakHost = (one: GuestInterface | undefined) =>
  defined({
    weakHostReceive: one?.weakHostReceive,
    weakHostSend: one?.weakHostSend,
    weakHostReceiveIPv6: one?.weakHostReceiveIPv6,
    weakHostSendIPv6: one?.weakHostSendIPv6,
  })

/** One guest put into a diagram. */
export class GuestUpdate {
  readonly touched: string[] = []
  readonly removed: string[] = []
  readonly notes: ImportNote[] = []
  private readonly model: TopologyModel
  /** Those of the diagram, with what other guests have made of theirs. */
  private readonly resources: Record<string, unknown>
  private readonly guest: MatchedGuest
  private readonly drafts: Drafts = {}

  constructor(model: TopologyModel, resources: Record<string, unknown>, guest: MatchedGuest) {
    this.model = model
    this.resources = resources
    this.guest = guest
  }

  /** Changes the resources, and says whether anything is different now. */
  run(): boolean {
    this.machine()
    this.nics()
    if (this.guest.facts.hasAddresses) this.loopbacks()
    else this.loopbackSwitches()
    this.sayUnplaced()
    if (this.guest.facts.sockets) this.listeners(this.guest.facts.sockets)
    let isSame = this.removed.length === 0
    for (const [id, fields] of Object.entries(this.drafts)) {
      this.touched.push(id)
      if (sameValue(this.resources[id], fields)) continue
      this.resources[id] = fields
      isSame = false
    }
    for (const id of this.removed) delete this.resources[id]
    return !isSame
  }

  private say(kind: ImportNote['kind'], message: string): void {
    this.notes.push({ kind, subject: this.guest.machine.name, message })
  }

  /** The NIC behind an interface's name. */
  private nicOf(device: string | undefined): string | undefined {
    return [...this.guest.nics].find(([, { name }]) => name === device)?.[0]
  }

  private machine(): void {
    const { facts, machine, nics } = this.guest
    const { id, unresolved, ...fields } = machine
    const guest: Record<string, unknown> = { ...fields.guest }
    if (facts.os) guest.os = facts.os
    guest.os ??= 'linux'
    if (facts.forwarding !== undefined) guest.ipForwarding = facts.forwarding
    if (facts.rpFilter !== undefined) guest.rpFilter = facts.rpFilter
    if (facts.hasSourceRules) guest.policyRoutes = this.policyRoutes()
    const main = facts.defaultRoutes
      .filter(({ table }) => table === 'main')
      .sort((one, other) => one.metric - other.metric)[0]
    const way = this.nicOf(main?.device)
    if (way !== undefined && nics.size > 1) guest.defaultNetworkInterface = way
    const open: Record<string, string> = { ...unresolved }
    delete open['guest.firewall']
    if (facts.firewallProblem !== undefined) {
      delete guest.firewall
      open['guest.firewall'] = facts.firewallProblem
      this.say('unresolved', `Its firewall cannot be shown. ${facts.firewallProblem}`)
    } else if (facts.firewall) guest.firewall = this.firewall(facts.firewall)
    for (const message of facts.leftOut.slice(0, mostMessages)) this.say('left-out', message)
    this.drafts[id] = defined({
      ...fields,
      guest: withoutEmpty(guest),
      unresolved: Object.keys(open).length > 0 ? open : undefined,
    })
  }

  private policyRoutes(): readonly unknown[] {
    const { sourceRules, defaultRoutes } = this.guest.facts
    return sourceRules.slice(0, mostRoutes).flatMap(({ from, table }) => {
      const route = defaultRoutes.find((one) => one.table === table)
      const networkInterface = this.nicOf(route?.device)
      if (networkInterface !== undefined) return [{ from, networkInterface }]
      this.say('left-out', `The route by source from ${from}: table ${table} leaves by no known NIC.`)
      return []
    })
  }

  private firewall({ enabled, inboundAllow }: NonNullable<GuestFacts['firewall']>): unknown {
    return {
      enabled,
      inboundAllow: inboundAllow.map(({ device, ...entry }) => ({
        ...entry,
        ...defined({ networkInterface: this.nicOf(device) }),
      })),
    }
  }

  private nics(): void {
    for (const [id, one] of this.guest.nics) {
      const nic = this.model.find('networkInterface', id)
      if (!nic) continue
      const { id: _, ...fields } = nic
      const own = new Set(
        this.model
          .ipConfigurationsOf(id)
          .map(({ privateIPAddress: address }) => address && addressOf(address)),
      )
      const added = shownAddresses(one).filter((address) => !own.has(addressOf(address)))
      const before = fields.guest
      this.drafts[id] = {
        ...fields,
        guest: {
          ...before,
          name: one.name ?? before?.name ?? nic.name,
          ...(this.guest.facts.hasAddresses ? { addresses: added } : {}),
          ...weakHost(one),
          ...defined({ rpFilter: one.rpFilter }),
        },
      }
      // An address of a diagram that Azure gives dynamically becomes known by the guest.
      const open = this.model
        .ipConfigurationsOf(id)
        .filter(({ privateIPAddress: address }) => address === undefined)
      if (open.length > 0 && added.length > 0 && own.size <= 1)
        this.say('assumed', `${one.name ?? 'A NIC'} was matched by its subnet, not by its address.`)
    }
  }

  private loopbacks(): void {
    const { facts, machine, nics } = this.guest
    const onNics = new Set(nics.values())
    const drawn = [...this.model.loopbacksOf(machine.id)]
    const wanted = new Set(
      this.model.all('frontendIPConfiguration').map(({ id }) => this.model.frontendAddress(id)),
    )
    for (const one of facts.interfaces) {
      if (onNics.has(one)) continue
      const addresses = shownAddresses(one)
      const isAdapter = isLoopbackAdapter(one) || addresses.some((address) => wanted.has(addressOf(address)))
      const name = one.name ?? 'Loopback'
      const at = drawn.findIndex(
        (known) =>
          known.name.toLowerCase() === name.toLowerCase() ||
          known.addresses?.some((cidr) => addresses.some((other) => addressOf(other) === addressOf(cidr))),
      )
      if (!isAdapter || (addresses.length === 0 && at < 0)) {
        if (addresses.length > 0) this.say('left-out', `${name} is neither a NIC nor a loopback adapter.`)
        continue
      }
      const [known] = at < 0 ? [] : drawn.splice(at, 1)
      const { id, ...fields } = known ?? { id: this.free('loopbackInterface', `${machine.name}-${name}`) }
      this.drafts[id] = {
        ...fields,
        name,
        virtualMachine: machine.id,
        addresses: sameSet(known?.addresses, addresses) ? known?.addresses : addresses,
        ...weakHost(one),
      }
    }
    for (const { id } of drawn) this.removed.push(id)
  }

  /** The switches of drawn loopback adapters, where their addresses were not asked for. */
  private loopbackSwitches(): void {
    for (const { id, ...fields } of this.model.loopbacksOf(this.guest.machine.id)) {
      const one = this.guest.facts.interfaces.find((other) => isCalled(other, fields.name))
      if (one) this.drafts[id] = { ...fields, ...weakHost(one) }
    }
  }

  /** Settings of interfaces of which nothing says which ones of the diagram they are. */
  private sayUnplaced(): void {
    const { facts, machine, nics } = this.guest
    const placed = new Set(nics.values())
    const drawn = this.model.loopbacksOf(machine.id)
    for (const one of facts.interfaces.slice(0, mostMessages)) {
      const hasSettings = one.rpFilter !== undefined || Object.keys(weakHost(one)).length > 0
      const isKnown = placed.has(one) || drawn.some(({ name }) => isCalled(one, name))
      // A guest that lists its addresses has interfaces that take no part, and says so by their names.
      const isOther =
        one.name !== undefined && (facts.hasAddresses || isLoopbackAdapter(one) || one.name === 'lo')
      if (!hasSettings || isKnown || isOther || one.addresses.length > 0) continue
      const name = one.name ?? one.heading ?? `interface ${one.index}`
      this.say('left-out', `The settings of ${name}: no output says which NIC or loopback adapter it is.`)
    }
  }

  private listeners(sockets: readonly GuestSocket[]): void {
    const { machine } = this.guest
    const drawn = this.model.listenersOf(machine.id)
    const isSame = (one: GuestSocket, other: { protocol?: string; address?: string; port?: number }) =>
      one.protocol === other.protocol &&
      one.port === other.port &&
      addressOf(one.address) === addressOf(other.address ?? '')
    for (const { id, ...fields } of drawn) {
      const isThere = sockets.some((one) => isSame(one, fields))
      const { enabled, ...rest } = fields
      this.drafts[id] = isThere
        ? { ...rest, ...(enabled === true ? { enabled } : {}) }
        : { ...rest, enabled: false }
    }
    const isUsed = this.usedPorts()
    const open = sockets.filter((one) => isShown(one.address) && !drawn.some((other) => isSame(one, other)))
    const added = open.filter(isUsed)
    for (const { protocol, address, port, process } of added) {
      const name = process ?? `${protocol.toLowerCase()}-${port}`
      const id = this.free('listener', `${machine.name}-${name}-${port}`)
      this.drafts[id] = { name, virtualMachine: machine.id, protocol, address, port }
    }
    const others = open.length - added.length
    if (others > 0)
      this.say(
        'left-out',
        `${others} ${others === 1 ? 'listener' : 'listeners'} on ports that no rule of the diagram uses.`,
      )
  }

  /** Whether a port takes part in a flow to this machine. */
  private usedPorts(): (socket: GuestSocket) => boolean {
    const ports = new Set<number>()
    let all = false
    for (const { frontendRule: item } of rulesOfMachine(this.model, this.guest.machine.id)) {
      for (const port of [item.backendPort, item.enableFloatingIP ? item.frontendPort : undefined])
        if (port !== undefined) ports.add(port)
      if ('probe' in item) {
        const probe = this.model.find('probe', item.probe)
        if (probe?.port !== undefined) ports.add(probe.port)
        all ||= isHaPorts(item)
      }
    }
    for (const { toPort } of this.guest.machine.guest?.portForwards ?? [])
      if (toPort !== undefined) ports.add(toPort)
    return ({ port }) => all || ports.has(port)
  }

  private free(type: ResourceType, name: string): string {
    const base = `${type}/${slugOfName(name)}`
    let id = base
    const isTaken = () => Object.hasOwn(this.resources, id) || Object.hasOwn(this.drafts, id)
    for (let number = 2; isTaken(); number += 1) id = `${base}-${number}`
    return id
  }
}

const sameSet = (one: readonly string[] | undefined, other: readonly string[]) =>
  one !== undefined && one.length === other.length && one.every((item) => other.includes(item))

/** Fields of the guest that say what is said without them. */
function withoutEmpty(guest: Record<string, unknown>): Record<string, unknown> {
  const isDefault: { readonly [field: string]: (value: unknown) => boolean } = {
    ipForwarding: (value) => value === false,
    rpFilter: (value) => value === 0,
    policyRoutes: (value) => Array.isArray(value) && value.length === 0,
    firewall: (value) => (value as { readonly enabled?: boolean }).enabled === false,
  }
  return Object.fromEntries(Object.entries(guest).filter(([field, value]) => !isDefault[field]?.(value)))
}
