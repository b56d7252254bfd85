import { sameAddress } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import type { Severity } from './diagnostic.ts'
import { isServicePort } from './field-value.ts'
import { type Guest, guestOf } from './guest.ts'
import { type Inbound, inboundsOf } from './inbound.ts'
import { isJudgedBy, memberAddress } from './probe-state.ts'

/** A member that should answer a probe, with its guest. */
export interface ProbedMember {
  readonly member: PoolMember
  readonly networkInterface: Resource<'networkInterface'>
  readonly virtualMachine: Resource<'virtualMachine'>
  readonly guest: Guest | undefined
  /** The address that is probed. */
  readonly address: string
  /** Whether the virtual machine is judged by this member, and not by another of its members. */
  readonly isJudged: boolean
}

/** A probe and everyone who should answer it. */
export interface Probing {
  readonly probe: Resource<'probe'>
  readonly port: number
  /** The rules that use it. */
  readonly inbounds: readonly Inbound[]
  readonly members: readonly ProbedMember[]
  /** Those in whose guest something may keep the answer back. */
  readonly suspects: readonly ProbedMember[]
  /** Members that should answer, whether or not their machine is drawn. */
  readonly watched: readonly PoolMember[]
}

/** Whether a member should answer: of a cluster address only the guest that holds it. */
function shouldAnswer({ cluster, frontendAddress }: Inbound, guest: Guest | undefined): boolean {
  if (!cluster) return true
  return guest !== undefined && frontendAddress !== undefined && guest.accepts(frontendAddress)
}

/** The members of an inbound rule that should answer its probe, with what is known of them. */
interface Watched {
  readonly members: readonly ProbedMember[]
  readonly suspects: readonly ProbedMember[]
  /** Those too that are not drawn as a NIC of a virtual machine. */
  readonly watched: readonly PoolMember[]
}

function watch(model: TopologyModel, inbound: Inbound, probe: Resource<'probe'>, port: number): Watched {
  const members: ProbedMember[] = []
  const suspects: ProbedMember[] = []
  const watched: PoolMember[] = []
  for (const member of inbound.members) {
    const { networkInterface, virtualMachine } = member
    const address = memberAddress(member)
    if (address === undefined) continue
    const guest = guestOf(model, virtualMachine)
    if (!shouldAnswer(inbound, guest)) continue
    watched.push(member)
    if (!networkInterface || !virtualMachine) continue
    const isJudged = isJudgedBy(model, probe, member)
    const probed = { member, networkInterface, virtualMachine, guest, address, isJudged }
    members.push(probed)
    if (guest && !(guest.isPlain && guest.listens('Tcp', address, port))) suspects.push(probed)
  }
  return { members, suspects, watched }
}

/** By list of members and probe. */
type WatchedLists = WeakMap<readonly PoolMember[], Map<string, Watched>>

const lists = new WeakMap<TopologyModel, WatchedLists>()

function listsIn(model: TopologyModel): WatchedLists {
  let ofModel = lists.get(model)
  if (!ofModel) {
    ofModel = new WeakMap()
    lists.set(model, ofModel)
  }
  return ofModel
}

/** Takes over what is known of lists of members that the inbound rules of a later model still have. */
export function keepProbings(from: TopologyModel, to: TopologyModel): void {
  lists.set(to, listsIn(from))
}

/** Rules that send to one pool share one list of members. Of a cluster address not every member answers. */
function watchOnce(model: TopologyModel, inbound: Inbound, probe: Resource<'probe'>, port: number): Watched {
  if (inbound.cluster) return watch(model, inbound, probe, port)
  const ofModel = listsIn(model)
  let ofList = ofModel.get(inbound.members)
  if (!ofList) {
    ofList = new Map()
    ofModel.set(inbound.members, ofList)
  }
  let known = ofList.get(probe.id)
  if (!known) {
    known = watch(model, inbound, probe, port)
    ofList.set(probe.id, known)
  }
  return known
}

/** The first member with each label. */
function firstOfEach<T>(all: readonly T[], labelOf: (one: T) => string): readonly T[] {
  if (all.length < 2) return all
  const seen = new Set<string>()
  return all.filter((one) => !seen.has(labelOf(one)) && seen.add(labelOf(one)))
}

const labelOfProbed = ({ member }: ProbedMember) => member.label

function probingOf(model: TopologyModel, inbounds: readonly Inbound[]): Probing[] {
  const probe = inbounds[0]?.probe
  const port = probe?.port
  // A port that no packet can have is said of the probe, and of nobody who should answer it.
  if (!probe || !isServicePort(port)) return []
  const seen = new Set<readonly PoolMember[]>()
  const all: Watched[] = []
  for (const inbound of inbounds) {
    if (!inbound.cluster && seen.has(inbound.members)) continue
    if (!inbound.cluster) seen.add(inbound.members)
    all.push(watchOnce(model, inbound, probe, port))
  }
  return [
    {
      probe,
      port,
      inbounds,
      suspects: firstOfEach(
        all.flatMap(({ suspects }) => suspects),
        labelOfProbed,
      ),
      get members() {
        const members = all.flatMap((one) => one.members)
        return firstOfEach(members, labelOfProbed)
      },
      get watched() {
        const watched = all.flatMap((one) => one.watched)
        return firstOfEach(watched, ({ label }) => label)
      },
    },
  ]
}

const probings = new WeakMap<TopologyModel, readonly Probing[]>()

/** Every probe that rules use, with the members of their pools that should answer it. */
export function probingsOf(model: TopologyModel): readonly Probing[] {
  let known = probings.get(model)
  if (!known) {
    const users = new Map<string, Inbound[]>()
    for (const inbound of inboundsOf(model)) {
      if (!inbound.probe) continue
      const others = users.get(inbound.probe.id)
      if (others) others.push(inbound)
      else users.set(inbound.probe.id, [inbound])
    }
    known = [...users.values()].flatMap((inbounds) => probingOf(model, inbounds))
    probings.set(model, known)
  }
  return known
}

/** An error where a virtual machine counts as down; a warning where only a second member of it does. */
export function probeSeverity(affected: readonly ProbedMember[]): Severity {
  return affected.some(({ isJudged }) => isJudged) ? 'error' : 'warning'
}

/** A guest in which nothing listens for the probe at the member's address. */
export interface ClosedMember extends ProbedMember {
  /** Where a listener is looked for, after port forwards. */
  readonly target: { readonly address: string; readonly port: number }
  /** The frontend address to which the service on the probe port is bound instead. */
  readonly frontendAddress?: string
}

type ClosedProbing = Pick<Probing, 'probe' | 'port'> & { readonly members: readonly ClosedMember[] }

function closedIn(model: TopologyModel, { probe, port, suspects, inbounds }: Probing): ClosedProbing[] {
  const closed = suspects.flatMap((probed) => {
    const target = probed.guest?.deliver('Tcp', probed.address, port)
    return target && !target.leavesGuest && !target.listener ? [{ ...probed, target }] : []
  })
  if (closed.length === 0) return []
  const frontends = inbounds.flatMap(({ frontendAddress }) => frontendAddress ?? [])
  const members = closed.map((one): ClosedMember => {
    const elsewhere = model
      .listenersOf(one.virtualMachine.id)
      .filter(
        (listener) =>
          listener.protocol === 'Tcp' && listener.port === one.target.port && listener.enabled !== false,
      )
    const frontendAddress = frontends.find((address) =>
      elsewhere.some((listener) => sameAddress(listener.address, address)),
    )
    return frontendAddress === undefined ? one : { ...one, frontendAddress }
  })
  return [{ probe, port, members }]
}

const closed = new WeakMap<TopologyModel, readonly ClosedProbing[]>()

/** The probes that some guests do not answer because nothing listens for them. */
export function closedProbes(model: TopologyModel): readonly ClosedProbing[] {
  let known = closed.get(model)
  if (!known) {
    known = probingsOf(model).flatMap((probing) => closedIn(model, probing))
    closed.set(model, known)
  }
  return known
}
