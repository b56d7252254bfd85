import type { AddressFamily } from './address.ts'
import type { ResourceFields, Resources } from './document.ts'
import type { Reference } from './references.ts'
import type { ResourceId, ResourceType } from './resource-type.ts'

/** A stored resource together with its id. */
export type Resource<T extends ResourceType = ResourceType> = {
  [K in T]: ResourceFields<K> & { readonly id: ResourceId<K> }
}[T]

/** A stored resource as the document has it: its id, the type that the id names, and its fields. */
export interface Entry {
  readonly id: ResourceId
  readonly type: ResourceType
  readonly fields: ResourceFields<ResourceType>
  /** The fields together with the id. */
  readonly resource: Resource
}

/** One reference seen from its target: who holds it, and in which field. */
export interface Referrer extends Reference {
  readonly source: ResourceId
}

/** A member of a backend pool and everything it stands for. What the document does not have is absent. */
export interface PoolMember {
  readonly ipConfiguration?: Resource<'ipConfiguration'>
  readonly networkInterface?: Resource<'networkInterface'>
  readonly virtualMachine?: Resource<'virtualMachine'>
  readonly subnet?: Resource<'subnet'>
  /** The member's own address ("DIP"), in its usual spelling. */
  readonly address?: string
  readonly family: AddressFamily
  /** The id of the IP configuration, or the name of a member that is only an address. */
  readonly label: string
  readonly adminState: 'None' | 'Up' | 'Down'
}

/**
 * A document with its lookups. Dangling references and references to the wrong type give `undefined`.
 * Everything here is derived; nothing is stored.
 */
export interface TopologyModel {
  readonly resources: Resources
  /** Everything that the document holds with an id that we know, in its order. */
  readonly entries: readonly Entry[]
  /** Where something stands among them. */
  placeOf(id: string): number | undefined
  entryOf(id: string): Entry | undefined
  /** Every resource of a type, in the order of the document. */
  all<T extends ResourceType>(type: T): readonly Resource<T>[]
  /** The resource of that type with that id. */
  find<T extends ResourceType>(type: T, id: string | undefined): Resource<T> | undefined
  /** Any resource, whatever its type. */
  get(id: string | undefined): Resource | undefined
  /** The name of a thing for a sentence; an id that points at nothing stands for itself. */
  nameOf(id: string): string
  /** Who refers to this id, in the order of the document. */
  referrersTo(id: string): readonly Referrer[]

  loopbacksOf(virtualMachine: string): readonly Resource<'loopbackInterface'>[]
  listenersOf(virtualMachine: string): readonly Resource<'listener'>[]
  interfacesOf(virtualMachine: string): readonly Resource<'networkInterface'>[]
  ipConfigurationsOf(networkInterface: string): readonly Resource<'ipConfiguration'>[]
  rulesOfFrontend(frontend: string): readonly Resource<'loadBalancingRule'>[]
  natRulesOfFrontend(frontend: string): readonly Resource<'inboundNatRule'>[]
  frontendsOf(loadBalancer: string): readonly Resource<'frontendIPConfiguration'>[]
  /** The rules of a kind that a load balancer has. */
  onLoadBalancer<T extends 'loadBalancingRule' | 'inboundNatRule' | 'outboundRule'>(
    type: T,
    loadBalancer: string,
  ): readonly Resource<T>[]

  /** The pools a load-balancing rule sends to: one, or with the Gateway SKU two. */
  poolsOf(loadBalancingRule: Resource<'loadBalancingRule'>): readonly Resource<'backendAddressPool'>[]
  /** Members of a pool in its order: NIC members, then those given by address. */
  membersOf(pool: string | undefined): readonly PoolMember[]
  /** Members of a load-balancing rule's pools, or the one target or pool of an inbound NAT rule. */
  membersOfRule(
    frontendRule: Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>,
  ): readonly PoolMember[]
  /** The member that an IP configuration would be. */
  memberOf(ipConfiguration: string): PoolMember | undefined

  /** The address of a frontend ("VIP") in its usual spelling; absent while dynamic or not created. */
  frontendAddress(frontend: string | undefined): string | undefined
  frontendFamily(frontend: Resource<'frontendIPConfiguration'>): AddressFamily
  frontendKind(frontend: Resource<'frontendIPConfiguration'>): 'public' | 'internal' | undefined
  /** What a load balancer is, from its first frontend that says so. */
  loadBalancerKind(loadBalancer: string | undefined): 'public' | 'internal' | undefined
  /** The frontends that have this address, in the order of the document. */
  frontendsWithAddress(address: string): readonly Resource<'frontendIPConfiguration'>[]

  /** CIDR prefixes of a subnet, whichever of its two fields holds them. */
  prefixesOf(subnet: Resource<'subnet'> | undefined): readonly string[]
  /** The virtual network and those it is peered with in both directions, itself first. */
  reachableNetworks(virtualNetwork: string | undefined): readonly Resource<'virtualNetwork'>[]
}
