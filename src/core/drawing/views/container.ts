import { contentsOf } from '../../edit/containers.ts'
import type { Resource } from '../../topology/model.ts'
import { chipsOf, problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import type { ContainerView } from './view.ts'

/** What an empty frame asks for. */
const emptyHint = ({ model }: ViewInput, id: string, hint: string): { empty?: string } =>
  contentsOf(model, id).length === 0 ? { empty: hint } : {}

/** The frame of a load balancer. */
export function loadBalancerView(input: ViewInput, loadBalancer: Resource<'loadBalancer'>): ContainerView {
  const kind = input.model.loadBalancerKind(loadBalancer.id)
  const { problems } = problemsOf(input, [loadBalancer.id])
  const detail = sentence(loadBalancer.sku, loadBalancer.tier === 'Global' && 'global', kind)
  return {
    name: loadBalancer.name,
    detail,
    ...emptyHint(input, loadBalancer.id, 'Drop a frontend IP here'),
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Load balancer ${loadBalancer.name}`, detail, problemWords(problems)),
  }
}

/** The frame of a virtual network. */
export function virtualNetworkView(input: ViewInput, network: Resource<'virtualNetwork'>): ContainerView {
  const { problems } = problemsOf(input, [network.id])
  const detail = (network.addressPrefixes ?? []).join(', ')
  return {
    name: network.name,
    detail,
    ...emptyHint(input, network.id, 'Drop a subnet here'),
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Virtual network ${network.name}`, detail, problemWords(problems)),
  }
}

/** The frame of a subnet with its security group, route table and NAT gateway. */
export function subnetView(input: ViewInput, subnet: Resource<'subnet'>): ContainerView {
  const attached = [subnet.networkSecurityGroup, subnet.routeTable, subnet.natGateway]
  const { problems: found } = problemsOf(input, [subnet.id, ...attached])
  // What is correct but surprising about a subnet is so of most subnets: it is no badge on the frame.
  const problems = found?.severity === 'info' ? undefined : found
  const detail = input.model.prefixesOf(subnet).join(', ')
  const chips = chipsOf(input.model, attached)
  return {
    name: subnet.name,
    detail,
    ...emptyHint(input, subnet.id, 'Drop a virtual machine here'),
    chips,
    ...(problems ? { problems } : {}),
    label: sentence(
      `Subnet ${subnet.name}`,
      detail,
      chips.map(({ label }) => label).join(', '),
      problemWords(problems),
    ),
  }
}
