import type { PoolMember, Resource, TopologyModel } from '../topology/model.ts'
import { addressOrId, frontendsCalled, isNatRule, type Match, matchFrontendRule } from './frontend-rules.ts'
import { type Call, deliveryOf, frontend } from './hops/frontend.ts'
import type { ReadCall } from './read-flow.ts'
import type { Hop } from './trace.ts'
import { type Delivery, type Stop, type Told, tell } from './walk.ts'
import { say } from './words.ts'

/** One member to follow a packet to, with the hops up to there. */
export interface Branch {
  readonly member: PoolMember
  /** Absent where no load balancer is involved. */
  readonly delivery?: Delivery
  readonly hops?: Hop[] | undefined
}

type Branches = { readonly branches: readonly Branch[] } | { readonly stop: Stop }

const copy = (hops: Hop[] | undefined) => ({ hops: hops && [...hops] })

function callOf(model: TopologyModel, read: ReadCall, to: string, port: number, told: Told): Call {
  const { protocol, backend } = read
  return { model, protocol, to, port, ...told, ...(backend ? { backend } : {}) }
}

function isGlobal(model: TopologyModel, { frontend }: Match): boolean {
  return model.find('loadBalancer', frontend.loadBalancer)?.tier === 'Global'
}

function regionalFrontends(
  model: TopologyModel,
  { frontendRule }: Match,
): Resource<'frontendIPConfiguration'>[] {
  if (isNatRule(frontendRule)) return []
  return model
    .poolsOf(frontendRule)
    .flatMap((pool) => pool.loadBalancerBackendAddresses ?? [])
    .flatMap(
      ({ loadBalancerFrontendIPConfiguration }) =>
        model.find('frontendIPConfiguration', loadBalancerFrontendIPConfiguration) ?? [],
    )
}

/** A global load balancer hands the packet to regional ones; with floating IP the guest sees the global address. */
function throughRegions(
  model: TopologyModel,
  read: ReadCall,
  match: Match,
  port: number,
  told: Told,
): Branches {
  const { floating, frontendAddress, port: regionalPort } = deliveryOf(model, match, port)
  const stops: Stop[] = []
  const branches: Branch[] = []
  for (const regional of regionalFrontends(model, match)) {
    const address = floating ? frontendAddress : addressOrId(model, regional)
    const here: Told = {
      source: told.source,
      destination: { address, port: regionalPort },
      ...copy(told.hops),
    }
    tell(here, 'frontend', match.frontendRule.id, 'global-rule-picks-region', () => {
      return `${match.frontendRule.name} hands the packet to the regional frontend ${regional.name} as ${say(model, here.destination)}.`
    })
    const choice = frontend(callOf(model, read, regional.id, regionalPort, here))
    if (choice.stop || !choice.match) {
      if (choice.stop) stops.push(choice.stop)
      continue
    }
    const own = deliveryOf(model, choice.match, regionalPort)
    const delivery = floating ? { ...own, floating, frontendAddress } : own
    for (const member of choice.members) branches.push({ member, delivery, ...copy(here.hops) })
  }
  if (branches.length > 0) return { branches }
  tell(told, 'frontend', match.frontendRule.id, 'probe-decides-new-flows', () => {
    return `${match.frontendRule.name} takes the packet, but no regional frontend behind it can deliver it: it is dropped.`
  })
  const notHealthy = stops.find(({ reason }) => reason === 'backend-not-healthy')
  return { stop: notHealthy ?? { at: 'frontend', reason: 'no-healthy-backend' } }
}

/** Every member that may get a packet which calls a frontend, or why none does. */
export function branchesOf(model: TopologyModel, call: ReadCall & Told & { readonly to: string }): Branches {
  const port = call.called.port ?? 0
  const match = matchFrontendRule(model, frontendsCalled(model, call.to), call.protocol, port)
  if (match && isGlobal(model, match)) return throughRegions(model, call, match, port, call)
  const choice = frontend(callOf(model, call, call.to, port, call), match)
  if (choice.stop || !choice.match)
    return { stop: choice.stop ?? { at: 'frontend', reason: 'no-rule-match' } }
  const delivery = deliveryOf(model, choice.match, port)
  return { branches: choice.members.map((member) => ({ member, delivery, ...copy(call.hops) })) }
}
