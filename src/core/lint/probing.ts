import { sameAddress } from '../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import type { Severity } from './diagnostic.ts'
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

const probings = new WeakMap<TopologyModel, readonly Probing[]>()

/** Every probe that rules use, with the members of their pools that should answer it. */
export function probingsOf(model: TopologyModel): readonly Probing[] {
  const known = probings.get(model)
  if (known) return known
  const users = new Map<string, Inbound[]>()
  for (const inbound of inboundsOf(model)) {
    if (!inbound.probe) continue
    const others = users.get(inbound.probe.id)
    if (others) others.push(inbound)
    else users.set(inbound.probe.id, [inbound])
  }
  const all = [...users.values()].flatMap((inbounds) => {
    const probe = inbounds[0]?.probe
    if (probe?.port === undefined) return []
    const members = new Map<string, ProbedMember>()
    const watched = new Map<string, PoolMember>()
    // Rules that send to one pool share one list of members.
    const seen = new Set<readonly PoolMember[]>()
    for (const inbound of inbounds) {
      if (!inbound.cluster && seen.has(inbound.members)) continue
      if (!inbound.cluster) seen.add(inbound.members)
      for (const member of inbound.members) {
        const { networkInterface, virtualMachine } = member
        const address = memberAddress(member)
        if (address === undefined || members.has(member.label)) continue
        const guest = guestOf(model, virtualMachine)
        if (!shouldAnswer(inbound, guest)) continue
        watched.set(member.label, member)
        if (!networkInterface || !virtualMachine) continue
        const isJudged = isJudgedBy(model, probe, member)
        members.set(member.label, { member, networkInterface, virtualMachine, guest, address, isJudged })
      }
    }
    const { port } = probe
    const all = [...members.values()]
    const suspects = all.filter(
      ({ guest, address }) => guest && !(guest.isPlain && guest.listens('Tcp', address, port)),
    )
    return [{ probe, port, inbounds, members: all, suspects, watched: [...watched.values()] }]
  })
  probings.set(model, all)
  return all
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

/** The probes that some guests do not answer because nothing listens for them. */
export function closedProbes(
  model: TopologyModel,
): readonly (Omit<Probing, 'members'> & { readonly members: readonly ClosedMember[] })[] {
  return probingsOf(model).map((probing) => {
    const closed = probing.suspects.filter(({ guest, address }) => {
      const target = guest?.deliver('Tcp', address, probing.port)
      return target && !target.leavesGuest && !target.listener
    })
    if (closed.length === 0) return { ...probing, members: [] }
    const frontends = probing.inbounds.flatMap(({ frontendAddress }) => frontendAddress ?? [])
    const members = closed.flatMap((probed) => {
      const target = probed.guest?.deliver('Tcp', probed.address, probing.port)
      if (!target) return []
      const elsewhere = model
        .listenersOf(probed.virtualMachine.id)
        .filter(
          ({ protocol, port, enabled }) => protocol === 'Tcp' && port === target.port && enabled !== false,
        )
      const frontendAddress = frontends.find((address) =>
        elsewhere.some((listener) => sameAddress(listener.address, address)),
      )
      return [{ ...probed, target, ...(frontendAddress === undefined ? {} : { frontendAddress }) }]
    })
    return { ...probing, members }
  })
}
