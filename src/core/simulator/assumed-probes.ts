import type { TopologyDocument } from '../topology/document.ts'
import { type PoolMember, resolve, type TopologyModel } from '../topology/model.ts'

/** Probe states that are taken for granted instead of being found out, by virtual machine: a what-if. */
export type AssumedProbes = ReadonlyMap<string, 'up' | 'down'>

/** What Azure itself says that a probe finds at one member of a pool. */
export interface MeasuredProbe {
  readonly probe: string
  /** The member's label. */
  readonly member: string
  readonly state: 'up' | 'down'
  /** Azure's code, such as `Down_Probe_TcpProbeTimeout`. */
  readonly reason?: string
}

/** What Azure says, by probe and member. */
export type MeasuredProbes = ReadonlyMap<string, MeasuredProbe>

const keyOf = (probe: string, member: string) => `${probe} ${member}`

/** What Azure says of each probe at each member, so that packets can follow it. */
export const measuredProbes = <Measured extends MeasuredProbe>(
  all: readonly Measured[],
): ReadonlyMap<string, Measured> => new Map(all.map((one) => [keyOf(one.probe, one.member), one]))

interface Granted {
  readonly assumed: AssumedProbes
  readonly measured: MeasuredProbes
}

const none: MeasuredProbes = new Map()
const granted = new WeakMap<TopologyModel, Granted>()

/**
 * The same document, followed as if the probes of some virtual machines were up or down, and others as Azure
 * says they are. It is saved nowhere.
 */
export function assumeProbes<D extends Pick<TopologyDocument, 'resources'>>(
  document: D,
  assumed: AssumedProbes,
  measured: MeasuredProbes = none,
): D {
  const assuming = { ...document, resources: { ...document.resources } }
  granted.set(resolve(assuming), { assumed, measured })
  return assuming
}

/** What is taken for granted in a model; the same objects for as long as they are the same. */
export function assumedIn(model: TopologyModel): readonly unknown[] {
  const known = granted.get(model)
  return known ? [known.assumed, known.measured] : []
}

/** A probe state that is not found out by following the probe, and where it comes from. */
export interface GrantedState {
  readonly state: 'up' | 'down'
  readonly by: 'what-if' | 'azure'
  readonly reason?: string
}

/** The state of a probe at a member that is taken for granted: by a what-if, else because Azure says so. */
export function grantedState(
  model: TopologyModel,
  probe: string,
  member: PoolMember,
): GrantedState | undefined {
  const known = granted.get(model)
  if (!known) return undefined
  const state = known.assumed.get(member.virtualMachine?.id ?? '')
  if (state !== undefined) return { state, by: 'what-if' }
  const measured = known.measured.get(keyOf(probe, member.label))
  return (
    measured && {
      state: measured.state,
      by: 'azure',
      ...(measured.reason === undefined ? {} : { reason: measured.reason }),
    }
  )
}
