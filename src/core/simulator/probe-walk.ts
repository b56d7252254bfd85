import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { platformAddress } from '../topology/security-evaluation.ts'
import { probePlaces } from './hops/index.ts'
import type { Endpoint, Hop, Verdict } from './trace.ts'
import { pass, type Stop, startWalk, tell, verdictOf } from './walk.ts'
import { say, sayAddress } from './words.ts'

const probeSources = { IPv4: platformAddress, IPv6: 'fe80::1234:5678:9abc' }

/** How one probe of one member ends. */
export interface ProbeOutcome {
  readonly verdict: Verdict
  readonly stop: Stop
  readonly guestSees: Endpoint | undefined
}

/** Sends one probe to one member. With `hops` every place is written down there. */
export function walkProbe(
  model: TopologyModel,
  probe: Resource<'probe'>,
  member: PoolMember,
  hops?: Hop[],
): ProbeOutcome {
  const walk = startWalk({
    model,
    kind: 'probe',
    protocol: 'Tcp',
    client: { address: probeSources[member.family], port: null },
    called: { address: member.address ?? member.label, port: probe.port ?? null },
    member,
    probe,
    delivery: undefined,
    hops,
  })
  tell(walk, 'lb', probe.id, 'probe-goes-to-member-address', () => {
    return `The probe ${probe.name} is sent from ${sayAddress(model, walk.client.address)} to ${say(model, walk.called)}, the address of the member itself.`
  })
  const stop: Stop = pass(walk, probePlaces) ?? { at: 'lb', reason: 'ok' }
  const guestSees = walk.received
  if (stop.reason !== 'ok') return { verdict: verdictOf(walk, stop), stop, guestSees }
  tell(walk, 'lb', probe.id, 'probe-needs-answer', () => `The member answers ${probe.name} and counts as up.`)
  return { verdict: 'up', stop, guestSees }
}
