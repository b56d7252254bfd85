import { familyOf, type Prefix, parseAddress, parsePrefix, prefixContains } from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import type { GuestInterface } from './guest.ts'

type Nic = Resource<'networkInterface'>

/** A prefix that an interface reaches without a gateway. */
interface Connected {
  readonly one: GuestInterface
  readonly prefix: Prefix
  /** The source that the kernel takes for it, where that is not the first address of a NIC. */
  readonly address?: string
}

/** What a guest's routes choose for a destination. Without a source only a policy route for all sources counts. */
export interface GuestRoutes {
  nicFor(destination: string, source?: string): Nic | undefined
  /** Linux: the interface without a wire whose prefix is the best route to an address. What is sent there is lost. */
  wirelessFor(destination: string, source?: string): GuestInterface | undefined
  /** The address that an added prefix makes the source of what is sent to its addresses. */
  preferredSource(destination: string): string | undefined
}

const isNic = ({ resource }: GuestInterface): boolean => resource.id.startsWith('networkInterface/')

/** Prefixes that came along with addresses added in the guest, host routes aside. */
function addedPrefixes(one: GuestInterface, cidrs: readonly string[]): Connected[] {
  return cidrs.flatMap((cidr) => {
    const prefix = parsePrefix(cidr)
    const [address = ''] = cidr.split('/')
    return prefix && prefix.length < (prefix.family === 'IPv4' ? 32 : 128) ? [{ one, prefix, address }] : []
  })
}

function connectedPrefixes(model: TopologyModel, interfaces: readonly GuestInterface[], isLinux: boolean) {
  const added = (one: GuestInterface) => {
    if (!isLinux) return []
    const { resource } = one
    const cidrs = 'addresses' in resource ? resource.addresses : (resource as Nic).guest?.addresses
    return addedPrefixes(one, cidrs ?? [])
  }
  return interfaces
    .filter((one) => isNic(one) || !isLo(one.resource))
    .flatMap((one): Connected[] => {
      if (!isNic(one)) return added(one)
      const own = model
        .ipConfigurationsOf(one.resource.id)
        .flatMap(({ subnet }) => model.prefixesOf(model.find('subnet', subnet)))
        .flatMap((text) => parsePrefix(text) ?? [])
      return [...own.map((prefix) => ({ one, prefix })), ...added(one)]
    })
}

/** The longest prefix; of equal ones the first, as the kernel has it. */
function longest(connected: readonly Connected[], address: string): Connected | undefined {
  let best: Connected | undefined
  for (const each of connected) {
    if (best && each.prefix.length <= best.prefix.length) continue
    if (prefixContains(each.prefix, address)) best = each
  }
  return best
}

/** The routes of a guest: its policy routes, then the prefixes of its interfaces, then the default route. */
export function guestRoutes(
  model: TopologyModel,
  { guest }: Resource<'virtualMachine'>,
  nics: readonly Nic[],
  interfaces: readonly GuestInterface[],
): GuestRoutes {
  const connected = connectedPrefixes(model, interfaces, guest?.os === 'linux')
  const onWire = connected.filter(({ one }) => isNic(one))
  const policyRoutes = (guest?.policyRoutes ?? []).flatMap(({ from, networkInterface }) => {
    const nic = nics.find(({ id }) => id === networkInterface)
    const prefix = parsePrefix(from)
    return nic && (prefix || from === '*') ? [{ nic, prefix }] : []
  })
  const policyFor = (source: string | undefined) =>
    policyRoutes.find(({ prefix }) => !prefix || (source !== undefined && prefixContains(prefix, source)))
  const fallback = nics.find(({ id }) => id === guest?.defaultNetworkInterface) ?? nics[0]
  const nicOf = (found: Connected | undefined) => nics.find(({ id }) => id === found?.one.resource.id)
  const inSubnet = (id: string | undefined) =>
    id === undefined
      ? undefined
      : nics.find((nic) => model.ipConfigurationsOf(nic.id).some(({ subnet }) => subnet === id))

  return {
    nicFor(destination, source) {
      if (nics.length < 2) return nics[0]
      const policy = policyFor(source)
      if (policy) return policy.nic
      const found = parseAddress(destination)
        ? nicOf(longest(onWire, destination))
        : inSubnet(model.find('ipConfiguration', destination)?.subnet)
      return found ?? fallback
    },
    wirelessFor(destination, source) {
      if (connected.length === onWire.length || !familyOf(destination)) return undefined
      if (policyFor(source)) return undefined
      const found = longest(connected, destination)?.one
      return found && !isNic(found) ? found : undefined
    },
    preferredSource: (destination) =>
      policyFor(undefined) ? undefined : longest(onWire, destination)?.address,
  }
}
