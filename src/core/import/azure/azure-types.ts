import type { ResourceType } from '../../topology/resource-type.ts'

const topTypes: { readonly [type: string]: ResourceType } = {
  loadbalancers: 'loadBalancer',
  publicipaddresses: 'publicIPAddress',
  publicipprefixes: 'publicIPPrefix',
  virtualnetworks: 'virtualNetwork',
  networksecuritygroups: 'networkSecurityGroup',
  routetables: 'routeTable',
  natgateways: 'natGateway',
  networkinterfaces: 'networkInterface',
  privatelinkservices: 'privateLinkService',
  virtualmachines: 'virtualMachine',
}

const ofLoadBalancers: { readonly [list: string]: ResourceType } = {
  frontendipconfigurations: 'frontendIPConfiguration',
  backendaddresspools: 'backendAddressPool',
  probes: 'probe',
  loadbalancingrules: 'loadBalancingRule',
  inboundnatrules: 'inboundNatRule',
  inboundnatpools: 'inboundNatPool',
  outboundrules: 'outboundRule',
}

/** The lists inside a resource whose items are resources of the document, by Azure's name of the list. */
export const childTypes: {
  readonly [type in ResourceType]?: { readonly [list: string]: ResourceType }
} = {
  loadBalancer: ofLoadBalancers,
  virtualNetwork: { subnets: 'subnet' },
  networkInterface: { ipconfigurations: 'ipConfiguration' },
}

const allChildren = Object.assign({}, ...Object.values(childTypes)) as {
  readonly [list: string]: ResourceType
}

/** The document's type of an Azure type such as `Microsoft.Network/loadBalancers/probes`, in any casing. */
export function typeOfAzure(azureType: string): ResourceType | undefined {
  const [, top = '', ...below] = azureType.toLowerCase().split('/')
  const [child = '', ...deeper] = below
  if (deeper.length > 0) return undefined
  return below.length === 0 ? topTypes[top] : allChildren[child]
}
