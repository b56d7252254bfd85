import { deliveryFactOf } from '../facts/delivery.ts'
import { type AddressFamily, familyOf } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { type Guest, type GuestInterface, guestOf } from './guest.ts'
import type { Endpoint, Hop, Place, Reason, Verdict } from './trace.ts'

/** What takes packets at a frontend. */
export type FrontendRule = Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>

/** Where and why a walk ends. */
export interface Stop {
  readonly at: Place
  readonly reason: Reason
  readonly securityRule?: string | null
}

/** How the load balancer delivers to a member. */
export interface Delivery {
  readonly frontendRule: FrontendRule
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly floating: boolean
  /** The frontend's address, or its id while that is not known. */
  readonly frontendAddress: string
  /** The port at the guest. */
  readonly port: number
}

/** One packet on its way to one member, and its reply. The places it passes change it; nobody else does. */
export interface Walk {
  readonly model: TopologyModel
  readonly kind: 'inbound' | 'probe' | 'routed'
  readonly protocol: 'Tcp' | 'Udp'
  /** Who started it. */
  readonly client: Endpoint
  /** What the client called. */
  readonly called: Endpoint
  readonly member: PoolMember
  readonly guest: Guest | undefined
  /** Absent where no load balancer is involved. */
  readonly delivery: Delivery | undefined
  readonly probe: Resource<'probe'> | undefined
  /** The header now. */
  source: Endpoint
  destination: Endpoint
  /** The destination when the packet reached the guest's NIC. */
  received: Endpoint | undefined
  holder: GuestInterface | undefined
  portForward: PortForward | undefined
  listener: Resource<'listener'> | undefined
  /** The guest answers that nothing listens. */
  refused: boolean
  /** Absent where only the verdict is wanted. */
  readonly hops?: Hop[] | undefined
}

type PortForwards = NonNullable<NonNullable<Resource<'virtualMachine'>['guest']>['portForwards']>
export type PortForward = PortForwards[number]

/** A place on the way: it changes the header, tells what it does, or ends the walk. */
export type PlaceOnTheWay = (walk: Walk) => Stop | undefined

/** What a walk starts with. */
export type Start = Pick<
  Walk,
  'model' | 'kind' | 'protocol' | 'client' | 'called' | 'member' | 'delivery' | 'probe' | 'hops'
>

/** A walk at its beginning. Every walk has the same keys in the same order: a large diagram has tens of thousands. */
export function startWalk(start: Start): Walk {
  const { model, kind, protocol, client, called, member, delivery, probe, hops } = start
  return {
    model,
    kind,
    protocol,
    client,
    called,
    member,
    guest: member.virtualMachine && guestOf(model, member.virtualMachine),
    delivery,
    probe,
    source: client,
    destination: called,
    received: undefined,
    holder: undefined,
    portForward: undefined,
    listener: undefined,
    refused: false,
    hops,
  }
}

/** Lets a walk pass places in their order until one ends it. */
export function pass(walk: Walk, places: readonly PlaceOnTheWay[]): Stop | undefined {
  for (const place of places) {
    const stop = place(walk)
    if (stop) return stop
  }
  return undefined
}

/** Something that has a header and writes its hops down. */
export type Told = Pick<Walk, 'source' | 'destination' | 'hops'>

/** Writes down what a place did, with the header as it is now. */
export function tell(walk: Told, at: Place, resource: string, fact: string, note: () => string): void {
  if (!walk.hops) return
  const { source, destination } = walk
  const { confidence } = deliveryFactOf(fact)
  walk.hops.push({ at, resource, source, destination, note: note(), fact, confidence })
}

/** The id of the member's VM, or what else is known of the member. */
export function machineOf({ member }: Walk): string {
  return (member.virtualMachine ?? member.networkInterface ?? member.ipConfiguration)?.id ?? member.label
}

/** The id of the NIC where packets arrive, or what else is known of the member. */
export function arrivalOf({ member }: Walk): string {
  return (member.networkInterface ?? member.ipConfiguration)?.id ?? member.label
}

/** The family of the packet, from whichever of its addresses is known. */
export function familyOfWalk({ client, destination, member }: Walk): AddressFamily {
  return familyOf(destination.address) ?? familyOf(client.address) ?? member.family
}

/** The verdict of a walk that a place ended. */
export function verdictOf(walk: Pick<Walk, 'kind'>, { reason }: Stop): Verdict {
  if (reason === 'guest-unknown') return 'unknown'
  return walk.kind === 'probe' ? 'down' : 'dropped'
}
