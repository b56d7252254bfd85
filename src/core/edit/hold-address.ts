import { addressOfCidr, familyOf, hostPrefix, sameAddress } from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import { isClusterAddress, type Resource, type TopologyModel } from '../topology/model.ts'
import type { Draft } from './draft.ts'
import { freeName } from './names.ts'

/** A frontend address that a guest may have to hold. */
export interface Missing {
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly address: string
  /** Whether a rule with floating IP sends packets for it to this machine. */
  readonly isNeeded: boolean
}

/** Every address that a guest has: of its IP configurations, its NICs and its loopback adapters, in the usual spelling. */
export function addressesOfGuest(model: TopologyModel, virtualMachine: string): ReadonlySet<string> {
  const interfaces = model.interfacesOf(virtualMachine)
  return new Set([
    ...model.loopbacksOf(virtualMachine).flatMap(({ addresses }) => (addresses ?? []).map(addressOfCidr)),
    ...interfaces.flatMap(({ guest }) => (guest?.addresses ?? []).map(addressOfCidr)),
    ...interfaces
      .flatMap(({ id }) => model.ipConfigurationsOf(id))
      .flatMap(({ privateIPAddress }) =>
        privateIPAddress === undefined ? [] : addressOfCidr(privateIPAddress),
      ),
  ])
}

/** The NICs of a machine at which packets for a frontend arrive: those in the pools of its rules, else the first. */
function arrivalInterfaces(
  model: TopologyModel,
  virtualMachine: string,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly string[] {
  const used = [...model.rulesOfFrontend(frontend.id), ...model.natRulesOfFrontend(frontend.id)]
  const found = used
    .flatMap((one) => model.membersOfRule(one))
    .filter((member) => member.virtualMachine?.id === virtualMachine)
    .flatMap(({ networkInterface }) => networkInterface?.id ?? [])
  const first = model.interfacesOf(virtualMachine)[0]?.id
  return found.length > 0 ? [...new Set(found)] : first === undefined ? [] : [first]
}

const neededByModel = new WeakMap<TopologyModel, ReadonlyMap<string, ReadonlySet<string>>>()

/** The frontends whose packets floating IP sends to a machine under their own address. */
function neededFrontends(model: TopologyModel, virtualMachine: string): ReadonlySet<string> {
  let index = neededByModel.get(model)
  if (!index) {
    const needed = new Map<string, Set<string>>()
    for (const used of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      if (used.enableFloatingIP !== true || used.frontendIPConfiguration === undefined) continue
      for (const member of model.membersOfRule(used)) {
        const machine = member.virtualMachine?.id
        if (machine === undefined) continue
        const frontends = needed.get(machine) ?? new Set()
        needed.set(machine, frontends.add(used.frontendIPConfiguration))
      }
    }
    index = needed
    neededByModel.set(model, index)
  }
  return index.get(virtualMachine) ?? new Set()
}

const isHeld = (model: TopologyModel, address: string) =>
  model.all('virtualMachine').some(({ id }) => addressesOfGuest(model, id).has(address))

/**
 * The frontend addresses that a guest lacks, those that floating IP needs first.
 * Not those that it forwards, nor a cluster address that one of the guests holds.
 */
export function missingAddresses(model: TopologyModel, virtualMachine: string): readonly Missing[] {
  const own = addressesOfGuest(model, virtualMachine)
  const needed = neededFrontends(model, virtualMachine)
  const forwards = model.find('virtualMachine', virtualMachine)?.guest?.portForwards ?? []
  const forwarded = new Set(
    forwards.flatMap(({ address }) => (address === undefined ? [] : addressOfCidr(address))),
  )
  const seen = new Set<string>()
  const missing: Missing[] = []
  for (const frontend of model.all('frontendIPConfiguration')) {
    const address = model.frontendAddress(frontend.id)
    if (address === undefined || own.has(address) || seen.has(address)) continue
    seen.add(address)
    if (forwarded.has(address) || (isClusterAddress(frontend) && isHeld(model, address))) continue
    missing.push({ frontend, address, isNeeded: needed.has(frontend.id) })
  }
  return [...missing.filter((one) => one.isNeeded), ...missing.filter((one) => !one.isNeeded)]
}

const weakHost = (family: 'IPv4' | 'IPv6') =>
  family === 'IPv4'
    ? { weakHostReceive: true, weakHostSend: true }
    : { weakHostReceiveIPv6: true, weakHostSendIPv6: true }

/**
 * Gives a guest the address of a frontend so that it answers at once, and returns the id of the adapter.
 * Windows gets an adapter of its own for it, with weak host on there and on the NIC; Linux gets it on `lo`.
 */
export function holdAddress(
  draft: Draft,
  virtualMachine: Resource<'virtualMachine'>,
  frontend: Resource<'frontendIPConfiguration'>,
): string | undefined {
  const model = draft.model()
  const address = model.frontendAddress(frontend.id)
  if (address === undefined) return undefined
  const cidr = hostPrefix(address)
  const loopbacks = model.loopbacksOf(virtualMachine.id)
  if (virtualMachine.guest?.os === 'linux') {
    const lo = loopbacks.find(isLo)
    if (!lo) return addLoopback(draft, virtualMachine, 'lo', { addresses: [cidr] })
    const addresses = lo.addresses ?? []
    if (!addresses.some((one) => sameAddress(addressOfCidr(one), address))) {
      draft.set(lo.id, 'addresses', [...addresses, cidr])
    }
    return lo.id
  }
  const family = familyOf(address) ?? 'IPv4'
  const receive = family === 'IPv4' ? 'weakHostReceive' : 'weakHostReceiveIPv6'
  for (const id of arrivalInterfaces(model, virtualMachine.id, frontend)) {
    if (model.find('networkInterface', id)?.guest === undefined) draft.set(id, 'guest.name', 'Ethernet')
    draft.set(id, `guest.${receive}`, true)
  }
  const name = freeName(draft.document(), 'loopbackInterface', `Loopback ${frontend.name}`, virtualMachine.id)
  return addLoopback(draft, virtualMachine, name, { addresses: [cidr], ...weakHost(family) })
}

/** Adds a loopback adapter to a guest. */
export function addLoopback(
  draft: Draft,
  virtualMachine: Resource<'virtualMachine'>,
  name: string,
  fields: Partial<Resource<'loopbackInterface'>> = {},
): string {
  const suffix = name === 'lo' ? 'lo' : name.replace(/^Loopback /, '')
  return draft.add(
    'loopbackInterface',
    { name, virtualMachine: virtualMachine.id, addresses: [], ...fields },
    `${virtualMachine.name} ${suffix}`,
  )
}
