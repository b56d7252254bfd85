import { type ResourceType, resourceTypeNames } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'

/** Short names of the tables that are used most, in their order. */
const first: { readonly [Type in ResourceType]?: string } = {
  frontendIPConfiguration: 'Frontends',
  loadBalancingRule: 'Rules',
  inboundNatRule: 'NAT rules',
  probe: 'Probes',
  backendAddressPool: 'Pools',
  virtualMachine: 'VMs',
  networkInterface: 'NICs',
  ipConfiguration: 'IP configs',
  loopbackInterface: 'Loopbacks',
  listener: 'Listeners',
}

const others = resourceTypeNames.filter((type) => !Object.hasOwn(first, type))

/** Every table, the most used first, with the word on its tab. */
export const tables: readonly { readonly type: ResourceType; readonly label: string }[] = [
  ...Object.entries(first).map(([type, label]) => ({ type: type as ResourceType, label })),
  ...others.map((type) => ({ type, label: resourceDefinitions[type].plural })),
]
