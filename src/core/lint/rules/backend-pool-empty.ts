import { intendedClients } from '../../topology/intended-clients.ts'
import { isHaPorts, type PoolMember, type Resource, type TopologyModel } from '../../topology/model.ts'
import { isCallable } from '../callable.ts'
import { mostMembers } from '../crowd.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { type Inbound, inboundsOf } from '../inbound.ts'
import { isLoadBalancingRule } from '../inbound-rule.ts'
import type { LintRule } from '../lint-rule.ts'
import { demandOf, prepareMember } from '../member-edits.ts'
import { type GlobalRule, globalRulesOf } from '../regions.ts'
import { isRoutedTo } from '../routed.ts'
import { isShadowed } from '../taken-ports.ts'
import { hasService, isMadeUpFor, isPaused, missedMembers, thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

type Pool = Resource<'backendAddressPool'>

const isEmpty = ({ backendIPConfigurations, loadBalancerBackendAddresses }: Pool) =>
  (backendIPConfigurations ?? []).length + (loadBalancerBackendAddresses ?? []).length === 0

/** What an inbound rule names as its target: nothing, an IP configuration, or pools. */
function targetOf(model: TopologyModel, { source }: Inbound) {
  if (isLoadBalancingRule(source)) {
    const named = source.backendAddressPool !== undefined || (source.backendAddressPools ?? []).length > 0
    return { named, pools: model.poolsOf(source) }
  }
  if (source.backendIPConfiguration !== undefined) return undefined
  const pool = model.find('backendAddressPool', source.backendAddressPool)
  return { named: source.backendAddressPool !== undefined, pools: pool ? [pool] : [] }
}

/** Why nobody gets the packets of an inbound rule, or `undefined` where somebody may. */
function reasonFor(model: TopologyModel, inbound: Inbound): string | undefined {
  const { source, members } = inbound
  const target = targetOf(model, inbound)
  if (!target || source.unresolved?.backendAddressPool !== undefined) return undefined
  if (!target.named) return `${source.name} has no backend pool`
  if (target.pools.length === 0) return undefined
  if (target.pools.every(isEmpty)) return `The backend pool of ${source.name} has no members`
  // Whoever else gets packets may be among the members that are not looked at.
  if (mostMembers(model) !== undefined || isMadeUpFor(model, inbound)) return undefined
  const missed = missedMembers(model, inbound)
  if (missed.length === 0) return undefined
  if (missed.length === members.length) return `The admin state of every member of ${source.name} is down`
  const names = namesOf(model, missed.map(thingOf))
  return `The admin state of ${names} is down and no other member of ${source.name} gets packets`
}

/** A probe may count every member as up when none is; of a cluster address most then drop the packets. */
function whereTo({ probe, members }: Inbound): string {
  const everyone = members.length > 0 && probe?.noHealthyBackendsBehavior === 'AllProbedUp'
  return everyone ? 'to every member, also to those that do not hold its address' : 'nowhere'
}

function attach(model: TopologyModel, inbound: Inbound): readonly Fix[] {
  const { source } = inbound
  const pools = model
    .all('backendAddressPool')
    .filter((pool) => pool.loadBalancer === source.loadBalancer && model.membersOf(pool.id).length > 0)
  return pools.slice(0, 3).flatMap((pool) =>
    fixOf(model, `Send ${source.name} to the pool ${pool.name}`, (draft) => {
      draft.set(source.id, 'backendAddressPool', pool.id)
      for (const member of model.membersOf(pool.id)) prepareMember(draft, demandOf(model, source), member)
    }),
  )
}

function fill(model: TopologyModel, inbound: Inbound, pool: Pool | undefined): readonly Fix[] {
  if (!pool) return []
  const family = model.frontendFamily(inbound.frontend)
  const candidates = model
    .all('ipConfiguration')
    .filter(({ primary, privateIPAddressVersion }) =>
      family === 'IPv6' ? privateIPAddressVersion === 'IPv6' : primary && privateIPAddressVersion !== 'IPv6',
    )
    .flatMap(({ id }) => model.memberOf(id) ?? [])
    .filter(({ virtualMachine }) => virtualMachine)
  const nameOf = ({ virtualMachine, networkInterface }: PoolMember) => {
    const isOne = candidates.filter((one) => one.virtualMachine === virtualMachine).length === 1
    return isOne ? virtualMachine?.name : `${networkInterface?.name} of ${virtualMachine?.name}`
  }
  return candidates.slice(0, 3).flatMap((member) =>
    fixOf(model, `Put ${nameOf(member)} into the pool ${pool.name}`, (draft) => {
      draft.set(pool.id, 'backendIPConfigurations', [member.ipConfiguration?.id])
      prepareMember(draft, demandOf(model, inbound.source), member)
    }),
  )
}

function raise(model: TopologyModel, pools: readonly Pool[]): readonly Fix[] {
  return fixOf(model, 'Let the probe decide about every member again', (draft) => {
    for (const pool of pools) {
      for (const [index, { adminState }] of (pool.loadBalancerBackendAddresses ?? []).entries()) {
        if (adminState === 'Down')
          draft.set(pool.id, `loadBalancerBackendAddresses.${index}.adminState`, undefined)
      }
    }
  })
}

/** Whether clients are meant to reach, by every port, a member that nobody took out by its admin state. */
function isMeantForOthers(model: TopologyModel, inbound: Inbound): boolean {
  const { members, cluster, frontendAddress } = inbound
  const mayHold = ({ virtualMachine }: PoolMember) =>
    frontendAddress !== undefined && (guestOf(model, virtualMachine)?.accepts(frontendAddress) ?? true)
  const isHeld = cluster && members.some(mayHold)
  return members.some(
    (member) =>
      !isPaused(inbound, member) && (!isHeld || mayHold(member)) && hasService(model, inbound, member),
  )
}

/** Whether somebody may call a rule of a global load balancer, and it gets the packets. */
function isGlobalCalled(model: TopologyModel, { source, frontend }: GlobalRule): boolean {
  const isMeant = isCallable({ source, haPorts: false }) && intendedClients(model, frontend).length > 0
  return isMeant && !isShadowed(model, source)
}

/** A rule without anybody behind it. */
export const backendPoolEmpty: LintRule = {
  id: 'backend-pool-empty',
  severity: 'error',
  class: 'traffic',
  title: 'A rule has nobody to send packets to',
  why: 'The frontend takes the packet and has no member to give it to, so the client gets no answer.',
  fix: 'Give the rule a backend pool with members.',
  sources: ['probe-needs-an-answer'],
  check({ model }, report) {
    for (const global of globalRulesOf(model)) {
      const { source, regions } = global
      if (regions.length > 0) continue
      const isRefused = isHaPorts(source)
      report({
        resource: source.id,
        ...(isRefused ? { class: 'deployment' as const } : {}),
        ...(isRefused || isGlobalCalled(model, global) ? {} : { severity: 'warning' as const }),
        path: 'backendAddressPool',
        related: model.poolsOf(source).map(({ id }) => id),
        message: `${source.name} belongs to a global load balancer and its pool has no regional frontend, so its packets go nowhere.`,
      })
    }
    for (const inbound of inboundsOf(model)) {
      const reason = reasonFor(model, inbound)
      if (reason === undefined) continue
      const { source, frontend, haPorts, shadowed, clients, callers } = inbound
      const pools = targetOf(model, inbound)?.pools ?? []
      const isCalled = !haPorts && isCallable(inbound) && !shadowed && clients.length + callers.length > 0
      const isUsed = isCalled || (haPorts && !shadowed && isRoutedTo(model, inbound.frontendAddress))
      const isMeant = haPorts && !shadowed && clients.length > 0 && isMeantForOthers(model, inbound)
      report({
        resource: source.id,
        path: 'backendAddressPool',
        ...(isUsed || isMeant ? {} : { severity: 'warning' as const }),
        related: pools.map(({ id }) => id),
        message: `${reason}, so packets of ${frontend.name} go ${whereTo(inbound)}.`,
        fixes: () =>
          pools.some((pool) => !isEmpty(pool))
            ? raise(model, pools)
            : [...attach(model, inbound), ...fill(model, inbound, pools[0])],
      })
    }
  },
}
