import type { PoolMember, TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { memberAddress, probeSource, probeState } from '../probe-state.ts'
import { type ProbedMember, type Probing, probingsOf } from '../probing.ts'
import { haveGroup, inboundPacket, type Stopper, stoppersOf } from '../security.ts'
import { allowBefore, allowRule } from '../security-edits.ts'
import { thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

interface Blocked extends Stopper {
  readonly member: PoolMember
}

function blockedIn(model: TopologyModel, member: PoolMember, port: number): readonly Blocked[] {
  const address = memberAddress(member) ?? member.label
  const packet = inboundPacket(probeSource(member), { protocol: 'Tcp', port }, address)
  return stoppersOf(model, member, packet).map((stopper) => ({ member, ...stopper }))
}

/** Whether a virtual machine is judged by another of its members. */
const isSecond = (members: readonly ProbedMember[], { label }: PoolMember) =>
  members.some(({ member, isJudged }) => member.label === label && !isJudged)

/** Whether packets stop because a member does not answer: nobody misses one that is no machine while another is up. */
function isMissed(model: TopologyModel, { probe, inbounds, members }: Probing, member: PoolMember): boolean {
  if (member.virtualMachine) return !isSecond(members, member)
  if (probe.noHealthyBackendsBehavior === 'AllProbedUp' || member.adminState !== 'None') return false
  const isUp = (one: PoolMember) =>
    one.adminState === 'Up' || (one.adminState === 'None' && probeState(model, probe, one) !== 'down')
  return inbounds.some(
    (one) => one.members.some(({ label }) => label === member.label) && !one.members.some(isUp),
  )
}

/** The IPv6 probe has a source of its own, which the tag AzureLoadBalancer does not cover. */
const kindOf = (blocked: readonly Blocked[]) =>
  blocked.every(({ member }) => member.family === 'IPv6')
    ? `IPv6 probe (from ${probeSource({ family: 'IPv6' })})`
    : 'probe'

/** A security group stops the probe. */
export const securityRuleBlocksProbe: LintRule = {
  id: 'security-rule-blocks-probe',
  severity: 'error',
  class: 'traffic',
  scope: 'gathered',
  title: 'A security rule blocks the probe',
  why: 'Probes come from 168.63.129.16, which the tag AzureLoadBalancer stands for. A security rule that denies it makes the member count as down, so it gets no connections.',
  fix: 'Allow the tag AzureLoadBalancer with a higher priority than the rule that denies it.',
  sources: ['probe-source-must-be-allowed'],
  check({ model }, report) {
    for (const probing of probingsOf(model)) {
      if (!probing.inbounds.some(({ members }) => haveGroup(model, members))) continue
      const { probe, port, watched } = probing
      const blocked = watched.flatMap((member) => blockedIn(model, member, port))
      const [first] = blocked
      if (!first) continue
      const guests = blocked.map(({ member }) => thingOf(member))
      const groups = blocked.map(({ group }) => group)
      report({
        resource: probe.id,
        severity: blocked.some(({ member }) => isMissed(model, probing, member)) ? 'error' : 'warning',
        related: [...groups, ...guests],
        message: `${first.securityRule} of ${namesOf(model, groups)} denies the ${kindOf(blocked)} ${probe.name} of ${namesOf(model, guests)}, so the load balancer sends no packets there.`,
        fixes: () =>
          fixesFor(model, blocked, {
            thing: ({ group }) => group,
            label: (thing) => `Allow the probe ${probe.name} in ${model.nameOf(thing)}`,
            labelForAll: `Allow the probe ${probe.name} in every network security group concerned`,
            edit(draft, { group, securityRule, member }) {
              const source = member.family === 'IPv4' ? 'AzureLoadBalancer' : probeSource(member)
              const name = `Allow-${member.family === 'IPv4' ? '' : 'IPv6-'}probe-${probe.name}`
              allowBefore(draft, group, securityRule, allowRule(name, 'Tcp', port, [source], ['*']))
            },
          }),
      })
    }
  },
}
