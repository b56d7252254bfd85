import { canonicalAddress, familyOf, knownAddress, namedFamily } from './address.ts'
import type { Resources, TopologyDocument } from './document.ts'
import { membershipsOf } from './memberships.ts'
import type { PoolMember, Referrer, Resource, TopologyModel } from './model-types.ts'
import { referencesOf } from './references.ts'
import { indexOf } from './resource-index.ts'

export type { Entry, PoolMember, Referrer, Resource, TopologyModel } from './model-types.ts'

/** Whether a load-balancing rule is an HA ports rule: every protocol, every port. */
export function isHaPorts({ protocol, frontendPort, backendPort }: Resource<'loadBalancingRule'>): boolean {
  return protocol === 'All' && frontendPort === 0 && backendPort === 0
}

/** Whether exactly one guest at a time holds this frontend's address (WSFC, Pacemaker). */
export function isClusterAddress(frontend: Resource<'frontendIPConfiguration'> | undefined): boolean {
  return frontend?.guest?.addressOwnership === 'one-member'
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Computes each key once. */
function memo<Value>(values: Map<string, Value>, compute: (key: string) => Value): (key: string) => Value {
  return (key) => {
    if (values.has(key)) return values.get(key) as Value
    const value = compute(key)
    values.set(key, value)
    return value
  }
}

/** Computes a value when it is first asked for. */
function once<Value extends object>(compute: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= compute()
    return value
  }
}

const models = new WeakMap<Resources, TopologyModel>()

/** The model of a document, cached by the identity of its `resources`: moving nodes makes no new one. */
export function resolve(document: Pick<TopologyDocument, 'resources'>): TopologyModel {
  const known = models.get(document.resources)
  if (known) return known
  const model = build(document.resources)
  models.set(document.resources, model)
  return model
}

function build(resources: Resources): TopologyModel {
  const { entries, placeOf, entryOf, all, find, get, referring } = indexOf(resources)
  const members = membershipsOf(resources)

  let referrers: Map<string, Referrer[]> | undefined
  const referrersTo = (id: string): readonly Referrer[] => {
    if (!referrers) {
      referrers = new Map()
      for (const { id: source, type, fields } of entries) {
        for (const reference of referencesOf(type, fields)) {
          append(referrers, reference.target, { ...reference, source })
        }
      }
    }
    return referrers.get(id) ?? []
  }

  const frontendAddress = (id: string | undefined): string | undefined => {
    const frontend = find('frontendIPConfiguration', id)
    if (!frontend) return undefined
    const publicIP = find('publicIPAddress', frontend.publicIPAddress)
    const address = publicIP ? publicIP.ipAddress : frontend.privateIPAddress
    return knownAddress(address)
  }

  const memberOf = memo(members.ofConfiguration, (id): PoolMember | undefined => {
    const ipConfiguration = find('ipConfiguration', id)
    if (!ipConfiguration) return undefined
    const networkInterface = find('networkInterface', ipConfiguration.networkInterface)
    const virtualMachine = find('virtualMachine', networkInterface?.virtualMachine)
    const subnet = find('subnet', ipConfiguration.subnet)
    const { privateIPAddress, privateIPAddressVersion } = ipConfiguration
    const address = knownAddress(privateIPAddress)
    return {
      ipConfiguration,
      ...(networkInterface ? { networkInterface } : {}),
      ...(virtualMachine ? { virtualMachine } : {}),
      ...(subnet ? { subnet } : {}),
      ...(address === undefined ? {} : { address }),
      family: familyOf(address) ?? namedFamily(privateIPAddressVersion) ?? 'IPv4',
      label: id,
      adminState: 'None',
    }
  })

  /** The first IP configuration with an address, in any network and by network. */
  const holders = once(() => {
    const first = new Map<string, Resource<'ipConfiguration'>>()
    for (const ipConfiguration of all('ipConfiguration')) {
      const address = knownAddress(ipConfiguration.privateIPAddress)
      if (address === undefined) continue
      const network = find('subnet', ipConfiguration.subnet)?.virtualNetwork
      for (const key of [address, `${address} ${network}`]) {
        if (!first.has(key)) first.set(key, ipConfiguration)
      }
    }
    return first
  })
  const holderOf = (address: string, network: string | undefined) =>
    holders().get(network === undefined ? address : `${address} ${network}`)

  type BackendAddress = NonNullable<Resource<'backendAddressPool'>['loadBalancerBackendAddresses']>[number]

  const memberByAddress = (entry: BackendAddress, network: string | undefined): PoolMember => {
    const adminState = entry.adminState ?? 'None'
    const named = entry.networkInterfaceIPConfiguration && memberOf(entry.networkInterfaceIPConfiguration)
    if (named) return { ...named, adminState }
    const address = knownAddress(entry.ipAddress)
    const holder = address === undefined ? undefined : holderOf(address, network)
    const member = holder && memberOf(holder.id)
    if (member) return { ...member, adminState }
    return {
      ...(address === undefined ? {} : { address }),
      family: familyOf(address) ?? 'IPv4',
      label: entry.name ?? entry.ipAddress ?? 'unnamed member',
      adminState,
    }
  }

  const membersOfPool = memo(members.ofPool, (id): readonly PoolMember[] => {
    const pool = find('backendAddressPool', id)
    if (!pool) return []
    const byNic = (pool.backendIPConfigurations ?? []).flatMap((member) => memberOf(member) ?? [])
    const byAddress = (pool.loadBalancerBackendAddresses ?? []).map((entry) =>
      memberByAddress(entry, entry.virtualNetwork ?? pool.virtualNetwork),
    )
    // A NIC member's admin state stands in its entry among the addresses.
    const states = new Map(byAddress.map(({ label, adminState }) => [label, adminState]))
    const seen = new Set<string>()
    return [...byNic, ...byAddress].flatMap((member) => {
      if (seen.has(member.label)) return []
      seen.add(member.label)
      const adminState = states.get(member.label) ?? 'None'
      return adminState === member.adminState ? member : { ...member, adminState }
    })
  })
  const membersOf = (id: string | undefined) => (id === undefined ? [] : membersOfPool(id))

  const poolsOf = (loadBalancingRule: Resource<'loadBalancingRule'>) => {
    const { backendAddressPool, backendAddressPools } = loadBalancingRule
    if (backendAddressPools === undefined) {
      const pool = find('backendAddressPool', backendAddressPool)
      return pool ? [pool] : []
    }
    const ids = new Set<string>()
    if (backendAddressPool) ids.add(backendAddressPool)
    for (const id of backendAddressPools ?? []) ids.add(id)
    return [...ids].flatMap((id) => find('backendAddressPool', id) ?? [])
  }

  const frontendKind = (frontend: Resource<'frontendIPConfiguration'>) => {
    if (frontend.publicIPAddress ?? frontend.publicIPPrefix) return 'public'
    if (frontend.subnet ?? frontend.privateIPAddress) return 'internal'
    return undefined
  }

  const frontendsByAddress = once(() => {
    const index = new Map<string, Resource<'frontendIPConfiguration'>[]>()
    for (const frontend of all('frontendIPConfiguration')) {
      const address = frontendAddress(frontend.id)
      if (address !== undefined) append(index, address, frontend)
    }
    return index
  })

  return {
    resources,
    entries,
    placeOf,
    entryOf,
    all,
    find,
    get,
    nameOf: (id) => get(id)?.name ?? id,
    referrersTo,
    loopbacksOf: (id) => referring('loopbackInterface', 'virtualMachine', id),
    listenersOf: (id) => referring('listener', 'virtualMachine', id),
    interfacesOf: (id) => referring('networkInterface', 'virtualMachine', id),
    ipConfigurationsOf: (id) => referring('ipConfiguration', 'networkInterface', id),
    rulesOfFrontend: (id) => referring('loadBalancingRule', 'frontendIPConfiguration', id),
    natRulesOfFrontend: (id) => referring('inboundNatRule', 'frontendIPConfiguration', id),
    frontendsOf: (id) => referring('frontendIPConfiguration', 'loadBalancer', id),
    onLoadBalancer: (type, id) => referring(type, 'loadBalancer', id),
    poolsOf,
    membersOf,
    membersOfRule: (frontendRule) => {
      if (frontendRule.id.startsWith('loadBalancingRule/')) {
        const loadBalancingRule = frontendRule as Resource<'loadBalancingRule'>
        if (loadBalancingRule.backendAddressPools === undefined) {
          return membersOf(loadBalancingRule.backendAddressPool)
        }
        const pools = poolsOf(loadBalancingRule)
        return pools.length === 1 ? membersOf(pools[0]?.id) : pools.flatMap((pool) => membersOf(pool.id))
      }
      const { backendIPConfiguration, backendAddressPool } = frontendRule as Resource<'inboundNatRule'>
      if (backendIPConfiguration === undefined) return membersOf(backendAddressPool)
      return [memberOf(backendIPConfiguration)].flatMap((member) => member ?? [])
    },
    memberOf,
    frontendAddress,
    frontendFamily: (frontend) =>
      familyOf(frontendAddress(frontend.id)) ??
      namedFamily(find('publicIPAddress', frontend.publicIPAddress)?.publicIPAddressVersion) ??
      namedFamily(frontend.privateIPAddressVersion) ??
      'IPv4',
    frontendKind,
    loadBalancerKind: (id) => {
      for (const frontend of id === undefined
        ? []
        : referring('frontendIPConfiguration', 'loadBalancer', id)) {
        const kind = frontendKind(frontend)
        if (kind) return kind
      }
      return undefined
    },
    frontendsWithAddress: (address) => frontendsByAddress().get(canonicalAddress(address)) ?? [],
    prefixesOf: (subnet) => {
      if (!subnet) return []
      const several = subnet.addressPrefixes ?? []
      return several.length > 0 || subnet.addressPrefix === undefined ? several : [subnet.addressPrefix]
    },
    reachableNetworks: (id) => {
      const own = find('virtualNetwork', id)
      if (!own) return []
      const peers = (own.peerings ?? []).flatMap((peer) => find('virtualNetwork', peer) ?? [])
      return [own, ...peers.filter((peer) => peer.id !== own.id && peer.peerings?.includes(own.id))]
    },
  }
}
