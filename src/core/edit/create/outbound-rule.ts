import { addFrontend, poolFor } from '../bring-along.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, pointOf } from './creator.ts'

const portsPerMember = 1024

/** An outbound rule of a public load balancer. Rules that share its frontend stop giving out ports, as Azure demands. */
export const createOutboundRule: Creator = (draft, drop) => {
  const model = draft.model()
  const balancer = ownerOfType(model, drop.owner, 'loadBalancer')
  if (balancer && (model.loadBalancerKind(balancer.id) === 'internal' || balancer.sku !== 'Standard')) {
    return {
      refusal: `${balancer.name} is not a public load balancer of the Standard SKU, and only those have outbound rules. Add the rule to a public one, or add a NAT gateway to the subnet.`,
    }
  }
  const candidates = (
    balancer ? model.frontendsOf(balancer.id) : model.all('frontendIPConfiguration')
  ).filter(
    (one) =>
      model.frontendKind(one) === 'public' &&
      model.find('loadBalancer', one.loadBalancer)?.sku === 'Standard',
  )
  const under = ownerOfType(model, drop.owner, 'frontendIPConfiguration')
  const frontend =
    under ?? nearest(draft.document(), candidates, pointOf(drop)) ?? addFrontend(draft, drop, 'public')
  if (!frontend?.loadBalancer) {
    return { refusal: 'An outbound rule needs a public frontend. Add one first.' }
  }
  const name = freeName(draft.document(), 'outboundRule', 'outbound-1')
  const backendAddressPool = poolFor(draft, drop, frontend.loadBalancer)
  for (const { id } of draft.model().rulesOfFrontend(frontend.id)) draft.set(id, 'disableOutboundSnat', true)
  const created = draft.add('outboundRule', {
    name,
    loadBalancer: frontend.loadBalancer,
    frontendIPConfigurations: [frontend.id],
    backendAddressPool,
    protocol: 'All',
    allocatedOutboundPorts: portsPerMember,
  })
  return { created, label: `Add outbound rule ${name}` }
}
