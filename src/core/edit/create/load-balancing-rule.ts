import type { Resource, TopologyModel } from '../../topology/model.ts'
import { addFrontend, fullSubnet, loadBalancerFor, poolFor, subnetFor } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, type Drop, pointOf } from './creator.ts'

const usualPorts = [443, 80, 8443, 8080]

/** The frontend ports of a protocol that rules of a frontend use. */
export function portsInUse(model: TopologyModel, frontend: string, protocol: 'Tcp' | 'Udp'): Set<number> {
  const ports = new Set<number>()
  for (const used of [...model.rulesOfFrontend(frontend), ...model.natRulesOfFrontend(frontend)]) {
    if (used.protocol !== protocol && used.protocol !== 'All') continue
    if (used.frontendPort !== undefined) ports.add(used.frontendPort)
  }
  for (const { frontendPortRangeStart, frontendPortRangeEnd } of model.natRulesOfFrontend(frontend)) {
    const [first, last] = [frontendPortRangeStart ?? 1, Math.min(frontendPortRangeEnd ?? 0, 65_534)]
    for (let port = first; port <= last; port++) ports.add(port)
  }
  return ports
}

/** A frontend port that no rule of this frontend uses for the protocol: one of the usual ones, else the next. */
export function freeFrontendPort(
  model: TopologyModel,
  frontend: string,
  wanted: readonly number[] = usualPorts,
  protocol: 'Tcp' | 'Udp' = 'Tcp',
): number {
  const used = portsInUse(model, frontend, protocol)
  const usual = wanted.find((port) => !used.has(port))
  if (usual !== undefined) return usual
  let port = wanted.at(-1) ?? 1024
  while (used.has(port) && port < 65_534) port++
  return port
}

function frontendFor(draft: Draft, drop: Drop): Resource<'frontendIPConfiguration'> | undefined {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'frontendIPConfiguration')
  if (under) return under
  const balancer = ownerOfType(model, drop.owner, 'loadBalancer')
  const frontends = balancer ? model.frontendsOf(balancer.id) : model.all('frontendIPConfiguration')
  const without443 = frontends.filter(({ id }) => !portsInUse(model, id, 'Tcp').has(443))
  const candidates = without443.length > 0 ? without443 : frontends
  const found = nearest(draft.document(), candidates, pointOf(drop))
  return found ?? addFrontend(draft, drop, balancer ? kindFor(draft, balancer) : 'internal')
}

const kindFor = (draft: Draft, { id, tier }: Resource<'loadBalancer'>) =>
  draft.model().loadBalancerKind(id) ?? (tier === 'Global' ? 'public' : 'internal')

/** Whether a new rule needs floating IP: another rule sends the same port to the same pool, or its neighbours float. */
function shouldFloat(model: TopologyModel, pool: string, backendPort: number): boolean {
  const neighbours = model
    .all('loadBalancingRule')
    .filter((other) => model.poolsOf(other).some(({ id }) => id === pool))
  return neighbours.some(
    (other) => other.enableFloatingIP || (other.backendPort === backendPort && other.protocol !== 'Udp'),
  )
}

/** Adds a rule between a frontend and a pool of one load balancer. */
export function addLoadBalancingRule(
  draft: Draft,
  frontend: Resource<'frontendIPConfiguration'>,
  backendAddressPool: Resource<'backendAddressPool'>['id'],
): string {
  const model = draft.model()
  const loadBalancer = frontend.loadBalancer ?? loadBalancerFor(draft, {}).id
  const siblings = model.all('loadBalancingRule').filter((other) => other.loadBalancer === loadBalancer)
  const ofPool = siblings.filter((other) => model.poolsOf(other).some(({ id }) => id === backendAddressPool))
  const probe =
    ofPool.find((other) => model.find('probe', other.probe))?.probe ??
    model.all('probe').find((one) => one.loadBalancer === loadBalancer)?.id
  const isGateway = model.find('loadBalancer', loadBalancer)?.sku === 'Gateway'
  const port = isGateway ? 0 : freeFrontendPort(model, frontend.id)
  return draft.add('loadBalancingRule', {
    name: freeName(draft.document(), 'loadBalancingRule', 'rule-1'),
    loadBalancer,
    frontendIPConfiguration: frontend.id,
    backendAddressPool,
    ...(probe === undefined ? {} : { probe }),
    protocol: isGateway ? 'All' : 'Tcp',
    frontendPort: port,
    backendPort: port,
    enableFloatingIP: !isGateway && shouldFloat(model, backendAddressPool, port),
    loadDistribution: 'Default',
  })
}

/** A load-balancing rule between the nearest frontend that has none on 443 and the pool. */
export const createLoadBalancingRule: Creator = (draft, drop) => {
  const pool = ownerOfType(draft.model(), drop.owner, 'backendAddressPool')
  const frontend = frontendFor(draft, pool?.loadBalancer ? { ...drop, owner: pool.loadBalancer } : drop)
  if (!frontend) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  const loadBalancer = frontend.loadBalancer ?? loadBalancerFor(draft, drop).id
  if (frontend.loadBalancer === undefined) draft.set(frontend.id, 'loadBalancer', loadBalancer)
  const backendAddressPool = pool?.id ?? poolFor(draft, drop, loadBalancer)
  const created = addLoadBalancingRule(draft, { ...frontend, loadBalancer }, backendAddressPool)
  return { created, label: `Add load-balancing rule ${draft.model().nameOf(created)}` }
}
