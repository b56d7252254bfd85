import { isHaPorts, type PoolMember, type TopologyModel } from '../../topology/model.ts'
import { type GrantedState, grantedState } from '../assumed-probes.ts'
import {
  addressOrId,
  candidatesOf,
  frontendsCalled,
  isNatRule,
  type Match,
  matchFrontendRule,
} from '../frontend-rules.ts'
import { stateOf } from '../member-state.ts'
import type { Delivery, Stop, Told } from '../walk.ts'
import { tell } from '../walk.ts'
import { sayProtocol } from '../words.ts'

/** A packet that calls an address, before anybody chose where it goes. */
export interface Call extends Told {
  readonly model: TopologyModel
  readonly protocol: 'Tcp' | 'Udp'
  readonly to: string
  readonly port: number
  /** Follow this VM only. */
  readonly backend?: string
}

/** Where a frontend sends a packet: every member it may choose, or nowhere. */
export interface Choice {
  readonly match?: Match
  readonly members: readonly PoolMember[]
  readonly stop?: Stop
}

const stopped = (reason: Stop['reason']): Stop => ({ at: 'frontend', reason })

function matchFact({ frontendRule }: Match, healthy: number): string {
  if (isNatRule(frontendRule)) return 'nat-rule-maps-port'
  if (healthy > 1) return 'hash-not-public'
  return isHaPorts(frontendRule) ? 'ha-ports-match-everything' : 'rule-matches-port'
}

/** The members that get new flows; where none is up and the probe says so, all. */
export function healthyMembers(
  model: TopologyModel,
  { frontendRule }: Match,
  members: readonly PoolMember[],
): { readonly healthy: readonly PoolMember[]; readonly everyone: boolean } {
  const healthy = members.filter((member) => stateOf(model, frontendRule, member) !== 'down')
  const some = healthy.length > 0 || members.length === 0
  if (some || isNatRule(frontendRule)) return { healthy, everyone: false }
  const everyone = model.find('probe', frontendRule.probe)?.noHealthyBackendsBehavior === 'AllProbedUp'
  return { healthy: everyone ? members : [], everyone }
}

/** What is taken for granted of a member, where its probe has the say. */
function grantedOf(
  model: TopologyModel,
  { frontendRule }: Match,
  member: PoolMember,
): GrantedState | undefined {
  if (isNatRule(frontendRule) || frontendRule.probe === undefined || member.adminState !== 'None')
    return undefined
  return grantedState(model, frontendRule.probe, member)
}

function noHealthy(call: Call, match: Match, candidates: readonly PoolMember[]): Stop {
  const { frontendRule, frontend } = match
  const family = call.model.frontendFamily(frontend)
  const members = call.model.membersOfRule(frontendRule)
  const others = members.length > 0 && members.every((member) => member.family !== family)
  const fact = others ? 'address-families-stay-apart' : 'probe-decides-new-flows'
  tell(call, 'frontend', frontendRule.id, fact, () => {
    const { name } = frontendRule
    if (others) {
      return `${name} matches but has no ${family} member: dropped.`
    }
    const { length } = candidates
    if (length === 0) return `${name} matches but has no member: dropped.`
    const isAzure = candidates.some((member) => grantedOf(call.model, match, member)?.by === 'azure')
    return isAzure
      ? `${name} matches, but every member is probe-down in Azure’s own health answer (${length} of ${length}): dropped.`
      : `${name} matches, but every member is probe-down (${length} of ${length}): dropped.`
  })
  return stopped('no-healthy-backend')
}

/** The frontend: which rule takes the packet, and which members may get it. */
export function frontend(call: Call, known?: Match): Choice {
  const { model, protocol, port, to, backend } = call
  const match = known ?? matchFrontendRule(model, frontendsCalled(model, to), protocol, port)
  if (!match) {
    const frontends = frontendsCalled(model, to)
    tell(call, 'frontend', frontends[0]?.id ?? to, 'unmatched-packets-vanish', () => {
      return `No rule of ${frontends[0]?.name ?? to} takes ${sayProtocol(protocol)} port ${port}: dropped.`
    })
    return { members: [], stop: stopped('no-rule-match') }
  }
  return chooseMember(call, match, candidatesOf(model, match, port), backend)
}

/** Says why the one member that was asked for gets nothing. */
function notChosen(call: Call, match: Match, asked: PoolMember | undefined): void {
  const { frontendRule } = match
  const byAdmin = asked?.adminState === 'Down'
  const fact = byAdmin ? 'admin-state-overrides-probe' : 'probe-decides-new-flows'
  tell(call, 'frontend', frontendRule.id, fact, () => {
    const nothing = `${frontendRule.name} sends nothing to ${call.model.nameOf(call.backend ?? '')}`
    if (!asked) return `${nothing}, because it is no member that the rule could choose.`
    if (byAdmin) return `${nothing}, because its admin state is Down.`
    const known = grantedOf(call.model, match, asked)
    if (known?.by === 'azure')
      return known.reason === undefined
        ? `${nothing}, because Azure says that its probe is down.`
        : `${nothing}, because Azure says that its probe is down: ${known.reason}.`
    return `${nothing}, because its probe is ${known ? 'assumed to be ' : ''}down.`
  })
}

/** Which members a rule that took the packet may send it to. */
export function chooseMember(
  call: Call,
  match: Match,
  candidates: readonly PoolMember[],
  backend: string | undefined,
): Choice {
  const { model } = call
  const { frontendRule } = match
  const { healthy, everyone } = healthyMembers(model, match, candidates)
  if (healthy.length === 0) return { match, members: [], stop: noHealthy(call, match, candidates) }
  const members = backend ? healthy.filter(({ virtualMachine }) => virtualMachine?.id === backend) : healthy
  if (members.length === 0) {
    const asked = candidates.find(({ virtualMachine }) => virtualMachine?.id === backend)
    notChosen(call, match, asked)
    return { match, members: [], stop: stopped('backend-not-healthy') }
  }
  const fact = everyone ? 'all-probed-up-sends-everywhere' : matchFact(match, healthy.length)
  tell(call, 'frontend', frontendRule.id, fact, () => {
    const matches = `${frontendRule.name} matches`
    if (everyone) return `${matches}; no member is up, and then its probe lets all get packets.`
    const [first] = members
    if (candidates.length === 1 && isNatRule(frontendRule) && first) {
      const target = first.virtualMachine?.id ?? first.label
      return `${frontendRule.name} maps port ${call.port} to ${model.nameOf(target)}.`
    }
    if (candidates.length === 1) return `${matches}; the packet goes to the only member.`
    const isAzure = candidates.some((member) => grantedOf(model, match, member)?.by === 'azure')
    const up = `${healthy.length} of ${candidates.length} members ${healthy.length === 1 ? 'is' : 'are'} up${isAzure ? ' in Azure’s health answer' : ''}`
    return healthy.length > 1
      ? `${matches}; ${up}, and the hash picks one.`
      : `${matches}; ${up} and gets it.`
  })
  return { match, members }
}

/** How a matched rule delivers a called port to its members. */
export function deliveryOf(model: TopologyModel, match: Match, calledPort: number): Delivery {
  const { frontendRule } = match
  return {
    ...match,
    floating: frontendRule.enableFloatingIP === true,
    frontendAddress: addressOrId(model, match.frontend),
    port: frontendRule.backendPort || calledPort,
  }
}
