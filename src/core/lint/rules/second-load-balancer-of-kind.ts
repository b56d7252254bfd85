import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type LoadBalancer = Resource<'loadBalancer'>

const secondInternal = 'AnotherInternalLoadBalancerExists'
const secondOfScaleSet = 'VMScaleSetCannotUseMultipleLoadBalancersOfSameType'

/** The IP configurations that the pools of load balancers hold by their NICs, pool by pool. */
function* memberships(model: TopologyModel, balancers: ReadonlySet<string>) {
  for (const { loadBalancer, backendIPConfigurations = [], loadBalancerBackendAddresses = [] } of model.all(
    'backendAddressPool',
  )) {
    if (loadBalancer === undefined || !balancers.has(loadBalancer)) continue
    for (const id of backendIPConfigurations) yield { loadBalancer, id: id as string }
    for (const { networkInterfaceIPConfiguration: id } of loadBalancerBackendAddresses) {
      if (id !== undefined) yield { loadBalancer, id: id as string }
    }
  }
}

/** A load balancer that shares machines with earlier ones of its kind. */
interface Shared {
  readonly earlier: Set<string>
  readonly machines: Set<string>
  isScaleSet: boolean
}

/** By load balancer. Machines of a scale set count as one. */
function sharedBy(model: TopologyModel, all: readonly LoadBalancer[]): ReadonlyMap<string, Shared> {
  const place = new Map<string, number>(all.map(({ id }, index) => [id, index]))
  const users = new Map<string, { readonly loadBalancer: string; readonly machine: string }[]>()
  for (const { loadBalancer, id } of memberships(model, new Set(place.keys()))) {
    const { virtualMachine, networkInterface } = model.memberOf(id) ?? {}
    const key = virtualMachine?.scaleSet ?? networkInterface?.id
    if (key === undefined) continue
    const known = users.get(key) ?? []
    users.set(key, known)
    const machine = (virtualMachine ?? networkInterface)?.id ?? key
    if (!known.some((one) => one.loadBalancer === loadBalancer)) known.push({ loadBalancer, machine })
  }
  const found = new Map<string, Shared>()
  for (const using of users.values()) {
    const [first, ...others] = using.toSorted(
      (one, other) => (place.get(one.loadBalancer) ?? 0) - (place.get(other.loadBalancer) ?? 0),
    )
    for (const { loadBalancer, machine } of first ? others : []) {
      const known = found.get(loadBalancer) ?? { earlier: new Set(), machines: new Set(), isScaleSet: false }
      found.set(loadBalancer, known)
      known.earlier.add(first?.loadBalancer ?? '')
      known.machines.add(machine)
      known.isScaleSet ||= model.find('virtualMachine', machine)?.scaleSet !== undefined
    }
  }
  return found
}

/** Two load balancers of one kind behind which the same machines stand. */
export const secondLoadBalancerOfKind: LintRule = {
  id: 'second-load-balancer-of-kind',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'Machines are behind two load balancers of the same kind',
  why: 'Azure puts a scale set behind one internal and one public load balancer at most, and documents the same for the NICs of other machines behind internal ones. For those it also documents which rules of several load balancers may share a port, so that it may accept them.',
  fix: 'Put the frontends and rules into one load balancer, or give each its own machines.',
  sources: ['one-load-balancer-of-each-kind'],
  armCodes: [secondInternal, secondOfScaleSet],
  check({ model }, report) {
    const usual = model.all('loadBalancer').filter(({ sku, tier }) => sku !== 'Gateway' && tier !== 'Global')
    for (const kind of ['internal', 'public'] as const) {
      const all = usual.filter(({ id }) => model.loadBalancerKind(id) === kind)
      if (all.length < 2) continue
      for (const [resource, { earlier, machines, isScaleSet }] of sharedBy(model, all)) {
        if (kind === 'public' && !isScaleSet) continue
        report({
          resource,
          ...(isScaleSet ? {} : { severity: 'warning' as const }),
          related: [...earlier, ...machines],
          message: isScaleSet
            ? `${namesOf(model, [...earlier, resource])} are ${kind} load balancers of one scale set, so Azure refuses ${model.nameOf(resource)}.`
            : `${namesOf(model, [...machines])} ${machines.size === 1 ? 'is' : 'are'} behind the internal load balancers ${namesOf(model, [...earlier, resource])}. Azure may refuse the second one.`,
          armCode: isScaleSet ? secondOfScaleSet : secondInternal,
        })
      }
    }
  },
}
