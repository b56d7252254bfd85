import { addressOfCidr, canonicalAddress } from '../../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
import { partsOf } from '../azure/azure-ids.ts'
import type { ImportNote, MissingParameter } from '../importer.ts'
import type { HealthFacts, MemberHealth, MemberProbe } from './facts.ts'

/** What health answers say of the members of a diagram. */
export interface MatchedHealth {
  readonly probes: readonly MemberProbe[]
  readonly notes: readonly ImportNote[]
  /** Asked for where an answer may be of several rules. */
  readonly parameters: readonly MissingParameter[]
}

/** The parameter that names the rule of an answer. */
export const ruleParameter = 'loadBalancingRule'

type Rule = Resource<'loadBalancingRule'>

const namesIn = (id: string) => partsOf(id.toLowerCase())

function isMember({ ipConfiguration, networkInterface, address }: PoolMember, health: MemberHealth): boolean {
  const names = health.ipConfiguration === undefined ? [] : namesIn(health.ipConfiguration)
  const at = names.indexOf('networkinterfaces')
  const isNamed =
    at >= 0 &&
    names[at + 1] === networkInterface?.name.toLowerCase() &&
    names[at + 3] === ipConfiguration?.name.toLowerCase()
  if (health.ipAddress === undefined || address === undefined) return isNamed
  return canonicalAddress(addressOfCidr(health.ipAddress)) === address
}

const memberOf = (model: TopologyModel, one: Rule, health: MemberHealth) =>
  model.membersOfRule(one).find((member) => isMember(member, health))

/** The rules that an answer may be of: those it names, or those whose pools hold every member it lists. */
function candidates(model: TopologyModel, { rule, members }: HealthFacts): readonly Rule[] {
  const probed = model.all('loadBalancingRule').filter((one) => model.find('probe', one.probe) !== undefined)
  if (rule !== undefined) {
    const names = namesIn(rule)
    const owner = names[names.indexOf('loadbalancers') + 1]
    const named = probed.filter(({ name }) => name.toLowerCase() === names.at(-1))
    const owned = named.filter(
      ({ loadBalancer }) => model.find('loadBalancer', loadBalancer)?.name.toLowerCase() === owner,
    )
    return names.includes('loadbalancers') ? owned : named
  }
  return members.length === 0
    ? []
    : probed.filter((one) => members.every((health) => memberOf(model, one, health) !== undefined))
}

const addressesOf = ({ members }: HealthFacts) =>
  members
    .map(({ ipAddress, ipConfiguration }) => ipAddress ?? ipConfiguration ?? 'a member')
    .slice(0, 4)
    .join(', ')

/** Finds the probe and the members that health answers are about. What may be of several probes is asked, never guessed. */
export function matchHealth(model: TopologyModel, answers: readonly HealthFacts[]): MatchedHealth {
  const probes = new Map<string, MemberProbe>()
  const notes: ImportNote[] = []
  const open: Rule[][] = []
  for (const answer of answers) {
    const subject = answer.rule ?? 'Health of a rule'
    const rules = candidates(model, answer)
    const [first] = rules
    if (!first) {
      const why =
        answer.members.length === 0
          ? 'It lists no members: Azure knows nothing of machines that are off.'
          : `No rule with a probe in the diagram has all of its members (${addressesOf(answer)}).`
      notes.push({ kind: 'left-out', subject, message: why })
      continue
    }
    if (new Set(rules.map(({ probe }) => probe)).size > 1) {
      open.push([...rules])
      notes.push({
        kind: 'unresolved',
        subject,
        message: `It may be of ${rules.map(({ name }) => name).join(', ')}, which have different probes. Say of which rule it is.`,
      })
      continue
    }
    for (const health of answer.members) {
      const member = memberOf(model, first, health)
      if (!member || first.probe === undefined) {
        notes.push({
          kind: 'left-out',
          subject,
          message: `${addressesOf({ members: [health] })} is no member of its pool.`,
        })
        continue
      }
      probes.set(`${first.probe} ${member.label}`, {
        probe: first.probe,
        probeName: model.nameOf(first.probe),
        member: member.label,
        machineName: member.virtualMachine?.name ?? health.ipAddress ?? member.label,
        ...(member.virtualMachine ? { virtualMachine: member.virtualMachine.id } : {}),
        state: health.state,
        ...(health.reason === undefined ? {} : { reason: health.reason }),
      })
    }
  }
  // One name answers for one of them only.
  const [asked] = open
  const parameters =
    open.length === 1 && asked
      ? [{ name: ruleParameter, type: 'string', allowedValues: asked.map(({ name }) => name) }]
      : []
  return { probes: [...probes.values()], notes, parameters }
}
