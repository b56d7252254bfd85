import { intendedClients } from '../topology/intended-clients.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'

/** A line between two nodes. `frontend` is the one whose colour it has. */
export interface Connection {
  readonly id: string
  readonly source: string
  readonly target: string
  /** The port of the source where it leaves, if that is not the usual one. */
  readonly sourcePort?: string
  readonly frontend?: string
  readonly style: 'plain' | 'thin' | 'dashed'
}

/** A stand-in for the clients of one load balancer that nobody drew. */
export interface SyntheticClient {
  readonly id: string
  readonly kind: 'public' | 'internal'
  readonly addresses: readonly string[]
  readonly frontends: readonly string[]
}

/** Stand-ins for clients that are not drawn: one for each load balancer and kind of frontend. */
export function syntheticClients(model: TopologyModel): readonly SyntheticClient[] {
  const found = new Map<
    string,
    { kind: 'public' | 'internal'; addresses: Set<string>; frontends: string[] }
  >()
  for (const frontend of model.all('frontendIPConfiguration')) {
    const kind = model.frontendKind(frontend)
    const clients = intendedClients(model, frontend)
    if (!kind || !clients[0]?.synthetic) continue
    const id = `synthetic/${kind}/${frontend.loadBalancer ?? ''}`
    const entry = found.get(id) ?? { kind, addresses: new Set(), frontends: [] }
    for (const { address } of clients) entry.addresses.add(address)
    entry.frontends.push(frontend.id)
    found.set(id, entry)
  }
  return [...found].map(([id, { kind, addresses, frontends }]) => ({
    id,
    kind,
    addresses: [...addresses],
    frontends,
  }))
}

type Draft = Omit<Connection, 'id'>

function clientConnections(model: TopologyModel, synthetic: readonly SyntheticClient[]): Draft[] {
  const drawn = model
    .all('frontendIPConfiguration')
    .flatMap((frontend) =>
      intendedClients(model, frontend).flatMap(({ id }): Draft[] =>
        id === undefined ? [] : [{ source: id, target: frontend.id, frontend: frontend.id, style: 'plain' }],
      ),
    )
  const others = synthetic.flatMap(({ id, frontends }) =>
    frontends.map((frontend): Draft => ({ source: id, target: frontend, frontend, style: 'dashed' })),
  )
  return [...drawn, ...others]
}

function ruleConnections(model: TopologyModel, rule: Resource<'loadBalancingRule'>): Draft[] {
  const frontend = model.find('frontendIPConfiguration', rule.frontendIPConfiguration)?.id
  const look = frontend === undefined ? {} : { frontend }
  const pools = model
    .poolsOf(rule)
    .map(({ id }): Draft => ({ source: rule.id, target: id, ...look, style: 'plain' }))
  return frontend === undefined
    ? pools
    : [{ source: frontend, target: rule.id, frontend, style: 'plain' }, ...pools]
}

function natConnections(model: TopologyModel, rule: Resource<'inboundNatRule'>): Draft[] {
  const frontend = model.find('frontendIPConfiguration', rule.frontendIPConfiguration)?.id
  const look = frontend === undefined ? {} : { frontend }
  const target =
    model.memberOf(rule.backendIPConfiguration ?? '')?.virtualMachine?.id ??
    model.find('backendAddressPool', rule.backendAddressPool)?.id
  return [
    ...(frontend === undefined
      ? []
      : [{ source: frontend, target: rule.id, ...look, style: 'plain' } as const]),
    ...(target === undefined ? [] : [{ source: rule.id, target, ...look, style: 'plain' } as const]),
  ]
}

function outboundConnections(model: TopologyModel, rule: Resource<'outboundRule'>): Draft[] {
  const frontends = (rule.frontendIPConfigurations ?? []).flatMap(
    (id) => model.find('frontendIPConfiguration', id)?.id ?? [],
  )
  const pool = model.find('backendAddressPool', rule.backendAddressPool)?.id
  return [
    ...frontends.map((id): Draft => ({ source: id, target: rule.id, style: 'thin' })),
    ...(pool === undefined ? [] : [{ source: rule.id, target: pool, style: 'thin' } as const]),
  ]
}

function poolConnections(model: TopologyModel, pool: string): Draft[] {
  const machines = new Set(model.membersOf(pool).flatMap(({ virtualMachine }) => virtualMachine?.id ?? []))
  return [...machines].map((target) => ({ source: pool, target, sourcePort: target, style: 'thin' }))
}

/** Every line of the diagram, drawn from references; two nodes never have two lines. */
export function connectionsOf(
  model: TopologyModel,
  synthetic: readonly SyntheticClient[],
): readonly Connection[] {
  const all = [
    ...clientConnections(model, synthetic),
    ...model.all('loadBalancingRule').flatMap((rule) => ruleConnections(model, rule)),
    ...model.all('inboundNatRule').flatMap((rule) => natConnections(model, rule)),
    ...model.all('outboundRule').flatMap((rule) => outboundConnections(model, rule)),
    ...model.all('backendAddressPool').flatMap(({ id }) => poolConnections(model, id)),
  ]
  const byId = new Map<string, Connection>()
  for (const draft of all) {
    const id = `${draft.source}>${draft.target}`
    if (!byId.has(id)) byId.set(id, { id, ...draft })
  }
  return [...byId.values()]
}
