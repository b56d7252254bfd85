import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { grantedState } from './assumed-probes.ts'
import { isNatRule } from './frontend-rules.ts'
import { walkProbe } from './probe-walk.ts'
import type { FrontendRule } from './walk.ts'

/** What a load balancer thinks of a member. `unknown`: nothing is said about its guest, so it may be up. */
export type MemberState = 'up' | 'down' | 'unknown'

const states = new WeakMap<TopologyModel, Map<string, Map<string, MemberState>>>()

/** What one probe finds at one member, walked once per document. */
export function probeStateOf(
  model: TopologyModel,
  probe: Resource<'probe'>,
  member: PoolMember,
): MemberState {
  let ofModel = states.get(model)
  if (!ofModel) {
    ofModel = new Map()
    states.set(model, ofModel)
  }
  let ofProbe = ofModel.get(probe.id)
  if (!ofProbe) {
    ofProbe = new Map()
    ofModel.set(probe.id, ofProbe)
  }
  const known = ofProbe.get(member.label)
  if (known) return known
  const { verdict } = walkProbe(model, probe, member)
  const state = verdict === 'up' || verdict === 'unknown' ? verdict : 'down'
  ofProbe.set(member.label, state)
  return state
}

/**
 * What a rule thinks of a member: the admin state, else what is taken for granted of its probe, else the probe;
 * up where it has no probe, or one without a port.
 */
export function stateOf(model: TopologyModel, frontendRule: FrontendRule, member: PoolMember): MemberState {
  if (isNatRule(frontendRule)) return 'up'
  const probe = model.find('probe', frontendRule.probe)
  if (probe?.port === undefined) return 'up'
  if (member.adminState === 'Up') return 'up'
  if (member.adminState === 'Down') return 'down'
  return grantedState(model, probe.id, member)?.state ?? probeStateOf(model, probe, member)
}
