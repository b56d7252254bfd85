import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type LoadBalancer = Resource<'loadBalancer'>

/** Rules, probes and pools of a load balancer. */
function childrenOf(model: TopologyModel, { id }: LoadBalancer): readonly string[] {
  const found = model.referrersTo(id).flatMap(({ source, path }) => (path === 'loadBalancer' ? [source] : []))
  return [...new Set(found)]
}

function addFrontend(model: TopologyModel, { id, name, sku, tier }: LoadBalancer): readonly Fix[] {
  const frontend = { name: `fe-${name}`, loadBalancer: id }
  const inside = tier === 'Global' ? [] : model.all('subnet').slice(0, 3)
  return [
    ...inside.flatMap((subnet) =>
      fixOf(model, `Add an internal frontend in ${subnet.name}`, (draft) =>
        draft.add('frontendIPConfiguration', {
          ...frontend,
          subnet: subnet.id,
          privateIPAddressVersion: 'IPv4',
          privateIPAllocationMethod: 'Dynamic',
        }),
      ),
    ),
    ...(sku === 'Gateway'
      ? []
      : fixOf(model, 'Add a public frontend', (draft) => {
          const fields = { name: `pip-${name}`, sku: 'Standard', publicIPAddressVersion: 'IPv4' } as const
          const publicIPAddress = draft.add('publicIPAddress', fields)
          draft.add('frontendIPConfiguration', { ...frontend, publicIPAddress })
        })),
  ]
}

/** A load balancer without a frontend can have nothing else either. */
export const loadBalancerWithoutFrontend: LintRule = {
  id: 'load-balancer-without-frontend',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'A load balancer has rules, probes or pools but no frontend',
  why: 'Nobody can call a load balancer without a frontend. Azure refuses rules, probes and pools on it.',
  fix: 'Give the load balancer a frontend.',
  sources: ['load-balancer-needs-frontend'],
  armCodes: ['LoadBalancerWithoutFrontendIPCantHaveChildResources'],
  check({ model }, report) {
    for (const balancer of model.all('loadBalancer')) {
      const isOpen = balancer.unresolved?.frontendIPConfigurations !== undefined
      if (isOpen || model.frontendsOf(balancer.id).length > 0) continue
      const children = childrenOf(model, balancer)
      if (children.length === 0) continue
      report({
        resource: balancer.id,
        related: children,
        message: `${balancer.name} has no frontend, so Azure refuses ${namesOf(model, children)} on it.`,
        armCode: 'LoadBalancerWithoutFrontendIPCantHaveChildResources',
        fixes: () => addFrontend(model, balancer),
      })
    }
  },
}
