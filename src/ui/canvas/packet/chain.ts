import { syntheticClients } from '../../../core/drawing/connections.ts'
import { findFrontendRule } from '../../../core/simulator/frontend-rules.ts'
import type { Trace } from '../../../core/simulator/trace.ts'
import { sameAddress } from '../../../core/topology/address.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { nodeOf } from '../node-of.ts'
import { standsFor } from './stands-for.ts'

function startOf(model: TopologyModel, from: string, isRouted: boolean): string | undefined {
  if (model.get(from)) return nodeOf(model, from)
  // A route belongs to a subnet, so a routed packet comes out of one where nobody in it is drawn.
  if (isRouted) return standsFor(model, from)
  const drawn = model.all('client').find(({ ipAddress }) => sameAddress(ipAddress, from))
  return drawn?.id ?? syntheticClients(model).find(({ addresses }) => addresses.includes(from))?.id
}

/** Where a routed packet goes on to behind the appliance: what is drawn of it, or just away. */
export function beyondOf(model: TopologyModel, { flow, at }: Trace): string | undefined {
  if (flow.kind !== 'routed' || at !== 'server') return undefined
  return standsFor(model, flow.to) ?? 'away'
}

/** The pool of a rule through which a VM is reached. */
function poolTo(model: TopologyModel, rule: string, machine: string | undefined): string | undefined {
  const holds = (pool: string) =>
    model.membersOf(pool).some(({ virtualMachine }) => virtualMachine?.id === machine)
  const balancing = model.find('loadBalancingRule', rule)
  if (balancing) return model.poolsOf(balancing).find(({ id }) => holds(id))?.id
  const nat = model.find('inboundNatRule', rule)
  return nat && model.find('backendAddressPool', nat.backendAddressPool)?.id
}

/** What gives an outbound connection its public address, where that is drawn: a rule and its frontend, and the pool of the VM. */
function waysOut(model: TopologyModel, { flow, hops }: Trace): readonly string[] {
  const machine = flow.kind === 'outbound' ? flow.from : undefined
  const used = hops.find(({ at }) => at === 'server')?.resource
  const balancing = model.find('loadBalancingRule', used)
  if (balancing) {
    const pool = poolTo(model, balancing.id, machine)
    return [balancing.frontendIPConfiguration, balancing.id, pool].filter((id) => id !== undefined)
  }
  const outbound = model.find('outboundRule', used)
  if (!outbound) return []
  const [frontend] = outbound.frontendIPConfigurations ?? []
  return [frontend, outbound.id, outbound.backendAddressPool].filter((id) => id !== undefined)
}

/** The nodes that a trace goes through, from where it starts to its VM, without repetitions. */
export function chainOf(model: TopologyModel, trace: Trace): readonly string[] {
  const { flow, hops, backend } = trace
  if (flow.kind === 'outbound') {
    const way = waysOut(model, trace)
    const server = model.all('client').find(({ ipAddress }) => sameAddress(ipAddress, flow.to))?.id
    return [...(server ? [server] : []), ...way, flow.from].filter((id) => model.get(id) !== undefined)
  }
  const taken = hops.find(({ at }) => at === 'frontend')?.resource
  const probing = flow.kind === 'probe' ? nodeOf(model, flow.probe) : undefined
  const rule = findFrontendRule(model, taken) ?? model.find('loadBalancingRule', probing)
  const frontend =
    flow.kind === 'probe'
      ? undefined
      : (rule?.frontendIPConfiguration ?? model.find('frontendIPConfiguration', taken)?.id)
  const start = flow.kind === 'probe' ? undefined : startOf(model, flow.from, flow.kind === 'routed')
  const end = model.find('virtualMachine', backend)?.id
  const pool = rule && poolTo(model, rule.id, end)
  const all = [start, frontend, rule?.id, pool, end].filter((id) => id !== undefined)
  return all.filter(
    (id, index) => (all[index - 1] !== id && model.get(id) !== undefined) || id.startsWith('synthetic/'),
  )
}

/** The lines of a chain, as the diagram names them. */
export function connectionsOfChain(chain: readonly string[]): ReadonlySet<string> {
  return new Set(chain.slice(1).map((id, index) => `${chain[index]}>${id}`))
}
