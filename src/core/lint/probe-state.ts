import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { evaluateSecurity, platformAddress } from '../topology/security-evaluation.ts'
import { type Guest, guestOf } from './guest.ts'
import type { Way } from './guest-routing.ts'

/** Why a member does not answer a probe. */
export type ProbeFailure =
  | 'no-security-group'
  | 'security-rule'
  | 'guest-firewall'
  | 'no-listener'
  | 'reply'
  | 'strict-reverse-path'
  | 'loopback-prefix'

/** The address of a member, or where it is not known the id of its IP configuration. */
export function memberAddress(member: PoolMember): string | undefined {
  return member.address ?? member.ipConfiguration?.id
}

const probeSources = { IPv4: platformAddress, IPv6: 'fe80::1234:5678:9abc' } as const

/** The address that Azure sends probes from. */
export function probeSource(member: Pick<PoolMember, 'family'>): string {
  return probeSources[member.family]
}

/** The way of the answer to a probe. One from a link-local address, as IPv6 has it, is answered where it arrives. */
export function probeAnswerWay(guest: Guest, member: PoolMember, port: number): Way {
  if (member.family === 'IPv6') return { nic: member.networkInterface?.id }
  return guest.way(probeSource(member), guest.deliver('Tcp', memberAddress(member) ?? '', port).address)
}

function isPublicStandard(model: TopologyModel, probe: Resource<'probe'>): boolean {
  const balancer = model.find('loadBalancer', probe.loadBalancer)
  return balancer?.sku !== 'Basic' && model.loadBalancerKind(probe.loadBalancer) === 'public'
}

/** Everything that keeps a member from answering a probe; `undefined` where the document does not say. */
export function probeFailures(
  model: TopologyModel,
  probe: Resource<'probe'>,
  member: PoolMember,
): readonly ProbeFailure[] | undefined {
  const { networkInterface, subnet, virtualMachine } = member
  const address = memberAddress(member)
  const guest = guestOf(model, virtualMachine)
  const { port } = probe
  if (!member.ipConfiguration || address === undefined || port === undefined) return undefined
  const source = probeSource(member)
  const failures: ProbeFailure[] = []
  const decision = evaluateSecurity(
    model,
    { networkInterface, subnet },
    {
      direction: 'Inbound',
      protocol: 'Tcp',
      sourceAddress: source,
      sourcePort: null,
      destinationAddress: address,
      destinationPort: port,
    },
  )
  if (decision.groups.length === 0 && isPublicStandard(model, probe)) failures.push('no-security-group')
  else if (!decision.allowed) failures.push('security-rule')
  if (!guest || !networkInterface) return failures.length > 0 ? failures : undefined
  const { leavesGuest, listener, ...target } = guest.deliver('Tcp', address, port)
  const packet = { protocol: 'Tcp', source, networkInterface: networkInterface.id, ...target } as const
  if (!leavesGuest && !guest.firewallAllows(packet)) failures.push('guest-firewall')
  if (!leavesGuest && !listener) failures.push('no-listener')
  const isStrict = guest.hasStrictReversePath(networkInterface)
  const way = probeAnswerWay(guest, member, port)
  if (way.dead ? isStrict : way.nic !== networkInterface.id) {
    failures.push(isStrict ? 'strict-reverse-path' : 'reply')
  }
  if (way.dead && !isStrict) failures.push('loopback-prefix')
  if (guest.captures(source)) failures.push('loopback-prefix')
  return failures
}

const states = new WeakMap<TopologyModel, Map<string, 'up' | 'down' | 'unknown'>>()

/** Whether a member answers a probe, by the linter's own reckoning. */
export function probeState(
  model: TopologyModel,
  probe: Resource<'probe'>,
  member: PoolMember,
): 'up' | 'down' | 'unknown' {
  let ofModel = states.get(model)
  if (!ofModel) {
    ofModel = new Map()
    states.set(model, ofModel)
  }
  const key = `${probe.id} ${member.label}`
  let state = ofModel.get(key)
  if (!state) {
    const failures = probeFailures(model, probe, member)
    state = failures === undefined ? 'unknown' : failures.length === 0 ? 'up' : 'down'
    ofModel.set(key, state)
  }
  return state
}

/** By virtual machine the label of the member by which a probe judges it. */
export type Judges = ReadonlyMap<string, string>

const probed = new WeakMap<TopologyModel, Map<string, Judges>>()

/** The member whose answer a virtual machine is judged by: the first of its members in the first rule that uses the probe. */
export function judgesOf(model: TopologyModel, probe: Resource<'probe'>): Judges {
  let ofModel = probed.get(model)
  if (!ofModel) {
    ofModel = new Map()
    probed.set(model, ofModel)
  }
  let members = ofModel.get(probe.id)
  if (!members) {
    const found = new Map<string, string>()
    // Rules that send to one pool share one list of members.
    const seen = new Set<readonly PoolMember[]>()
    for (const loadBalancingRule of model.all('loadBalancingRule')) {
      if (loadBalancingRule.probe !== probe.id) continue
      const ofRule = membersOfFamily(model, loadBalancingRule)
      if (seen.has(ofRule)) continue
      seen.add(ofRule)
      for (const { virtualMachine, label } of ofRule) {
        if (virtualMachine && !found.has(virtualMachine.id)) found.set(virtualMachine.id, label)
      }
    }
    members = found
    ofModel.set(probe.id, members)
  }
  return members
}

/** Whether a probe's answer from this member is what its virtual machine is judged by. */
export function isJudgedBy(model: TopologyModel, probe: Resource<'probe'>, member: PoolMember): boolean {
  return judgesOf(model, probe).get(member.virtualMachine?.id ?? '') === member.label
}

/** Takes over by which members machines are judged, but those of an excerpt about some resources from there. */
export function keepJudges(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  ids: ReadonlySet<string>,
): void {
  const kept = new Map<string, Judges>()
  for (const [id, judges] of probed.get(from) ?? []) {
    const probe = to.find('probe', id)
    if (!probe) continue
    const own = judgesOf(excerpt, probe)
    let all: Map<string, string> | undefined
    for (const virtualMachine of excerpt.all('virtualMachine')) {
      const label = own.get(virtualMachine.id)
      if (!ids.has(virtualMachine.id) || label === judges.get(virtualMachine.id)) continue
      all ??= new Map(judges)
      if (label === undefined) all.delete(virtualMachine.id)
      else all.set(virtualMachine.id, label)
    }
    kept.set(id, all ?? judges)
  }
  probed.set(to, kept)
}

/** Members of a rule, those of its frontend's address family first. */
function membersOfFamily(
  model: TopologyModel,
  loadBalancingRule: Resource<'loadBalancingRule'>,
): readonly PoolMember[] {
  const frontend = model.find('frontendIPConfiguration', loadBalancingRule.frontendIPConfiguration)
  const family = frontend && model.frontendFamily(frontend)
  const members = model.membersOfRule(loadBalancingRule)
  if (members.every((member) => member.family === family)) return members
  return members.toSorted((one, other) => Number(other.family === family) - Number(one.family === family))
}
