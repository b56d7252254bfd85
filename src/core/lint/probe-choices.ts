import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { addClusterProbe } from './cluster.ts'
import type { Fix } from './diagnostic.ts'
import { fixOf } from './fixes.ts'
import { guestOf } from './guest.ts'
import { demandOf, prepareMember } from './member-edits.ts'
import { freeHealthPort } from './pairs.ts'
import { probeSource, probeState } from './probe-state.ts'

type LoadBalancingRule = Resource<'loadBalancingRule'>
type Probe = Resource<'probe'>

/** How many probes that are there already are offered. */
const mostKnown = 3

/** Ports at which a web server is expected, with the protocol in which it is asked. */
const webPorts: ReadonlyMap<number, 'Http' | 'Https'> = new Map([
  [80, 'Http'],
  [8080, 'Http'],
  [443, 'Https'],
])

function knownProbes(
  model: TopologyModel,
  source: LoadBalancingRule,
  fits: (probe: Probe) => boolean,
): readonly Fix[] {
  return model
    .all('probe')
    .filter((probe) => probe.loadBalancer === source.loadBalancer && probe.id !== source.probe && fits(probe))
    .slice(0, mostKnown)
    .flatMap(({ id, name }) =>
      fixOf(model, `Use the probe ${name}`, (draft) => draft.set(source.id, 'probe', id)),
    )
}

/** Whether a TCP probe of this port is answered by every member whose guest is known. */
function isAnswered(model: TopologyModel, members: readonly PoolMember[], port: number): boolean {
  return members.every((member) => {
    const guest = guestOf(model, member.virtualMachine)
    if (!guest || member.address === undefined) return !guest
    // An answer by another NIC would take the member out.
    const egress = guest.egress(probeSource(member), member.address)
    const target = guest.deliver('Tcp', member.address, port)
    return (target.leavesGuest || target.listener !== undefined) && egress === member.networkInterface?.id
  })
}

const fieldsOf = (source: LoadBalancingRule, protocol: 'Tcp' | 'Http' | 'Https', port: number) => ({
  name: `${protocol.toLowerCase()}-${port}`,
  ...(source.loadBalancer ? { loadBalancer: source.loadBalancer } : {}),
  protocol,
  port,
  ...(protocol === 'Tcp' ? {} : { requestPath: '/' }),
  intervalInSeconds: 5,
  probeThreshold: 1,
})

/** The ways to probe the members of a rule: a probe that they answer already, its port, a web page, or a port for health checks. */
export function probeMembers(
  model: TopologyModel,
  source: LoadBalancingRule,
  members: readonly PoolMember[],
): readonly Fix[] {
  const known = knownProbes(model, source, (probe) =>
    members.every((member) => probeState(model, probe, member) !== 'down'),
  )
  if (source.loadBalancer === undefined) return known
  const { backendPort: port, protocol } = source
  const isOpen = port && protocol === 'Tcp' && isAnswered(model, members, port)
  const isBasic = model.find('loadBalancer', source.loadBalancer)?.sku === 'Basic'
  const web = isOpen ? webPorts.get(port) : undefined
  const health = freeHealthPort(model)
  return [
    ...known,
    ...(isOpen
      ? fixOf(model, `Probe TCP ${port} of every member`, (draft) =>
          draft.set(source.id, 'probe', draft.add('probe', fieldsOf(source, 'Tcp', port))),
        )
      : []),
    ...(isOpen && web && !(isBasic && web === 'Https')
      ? fixOf(model, `Probe the page / of port ${port} of every member over ${web.toUpperCase()}`, (draft) =>
          draft.set(source.id, 'probe', draft.add('probe', fieldsOf(source, web, port))),
        )
      : []),
    ...(known.length === 0
      ? fixOf(model, `Probe a separate health port, TCP ${health}, and answer it in every guest`, (draft) => {
          const probe = draft.add('probe', fieldsOf(source, 'Tcp', health))
          draft.set(source.id, 'probe', probe)
          const demand = { ...demandOf(model, source), probe: draft.get('probe', probe) }
          for (const member of members) prepareMember(draft, demand, member)
        })
      : []),
  ]
}

/** The ways to probe who holds the cluster address of a rule: a probe that only the holder answers, or a new one. */
export function probeHolder(model: TopologyModel, source: LoadBalancingRule): readonly Fix[] {
  const address = model.frontendAddress(source.frontendIPConfiguration)
  const members = model.membersOfRule(source)
  const holds = ({ virtualMachine }: PoolMember) =>
    address !== undefined && guestOf(model, virtualMachine)?.accepts(address) === true
  const tellsHolder = (probe: Probe) =>
    members.every((member) => (probeState(model, probe, member) === 'up') === holds(member))
  return [
    ...(members.some(holds) ? knownProbes(model, source, tellsHolder) : []),
    ...fixOf(
      model,
      `Give ${source.name} a probe that only the holder of ${address ?? 'the cluster address'} answers`,
      (draft) => addClusterProbe(draft, source),
    ),
  ]
}
