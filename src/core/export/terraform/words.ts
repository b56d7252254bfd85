import { slugOfId, typeOfId } from '../../topology/resource-type.ts'
import type { AzurePlan, AzureResource } from '../azure/plan.ts'
import { Expression } from './block.ts'

/** What azurerm calls the types of the document. */
export const azurermTypes: { readonly [type: string]: string } = {
  publicIPPrefix: 'azurerm_public_ip_prefix',
  publicIPAddress: 'azurerm_public_ip',
  networkSecurityGroup: 'azurerm_network_security_group',
  routeTable: 'azurerm_route_table',
  natGateway: 'azurerm_nat_gateway',
  virtualNetwork: 'azurerm_virtual_network',
  subnet: 'azurerm_subnet',
  loadBalancer: 'azurerm_lb',
  backendAddressPool: 'azurerm_lb_backend_address_pool',
  probe: 'azurerm_lb_probe',
  loadBalancingRule: 'azurerm_lb_rule',
  inboundNatRule: 'azurerm_lb_nat_rule',
  inboundNatPool: 'azurerm_lb_nat_pool',
  outboundRule: 'azurerm_lb_outbound_rule',
  networkInterface: 'azurerm_network_interface',
}

/** What the writers of blocks share. */
export interface TerraformWords {
  readonly plan: AzurePlan
  readonly azurerm: 4 | 5
  /** Head of the block of a thing. */
  head(id: string, type?: string): string
  /** The expression of a thing's id. */
  idOf(id: string | undefined): Expression | undefined
  /** The valid name of a thing. */
  nameOf(id: string | undefined): string | undefined
  note(text: string): void
}

/** A name that Terraform takes; unique for a type because slugs are. */
export function labelOf(id: string): string {
  const label = slugOfId(id).replaceAll('-', '_')
  return /^\d/.test(label) ? `_${label}` : label
}

/** The words for one plan. */
export function wordsOf(plan: AzurePlan, azurerm: 4 | 5, note: (text: string) => void): TerraformWords {
  const existing = new Set(plan.all.filter(({ exists }) => exists).map(({ id }) => id))
  return {
    plan,
    azurerm,
    note,
    head: (id, type = azurermTypes[typeOfId(id) ?? ''] ?? '') => `resource "${type}" "${labelOf(id)}"`,
    nameOf: (id) => (id === undefined ? undefined : plan.places.get(id)?.name),
    idOf(id) {
      const place = id === undefined ? undefined : plan.places.get(id)
      if (id === undefined || !place) return undefined
      if (typeOfId(id) === 'frontendIPConfiguration') {
        const index = plan.model
          .frontendsOf(place.root)
          .filter((one) => plan.places.has(one.id))
          .findIndex((one) => one.id === id)
        return new Expression(`azurerm_lb.${labelOf(place.root)}.frontend_ip_configuration[${index}].id`)
      }
      const type = azurermTypes[typeOfId(id) ?? '']
      const data = existing.has(place.root) ? 'data.' : ''
      return new Expression(`${data}${type}.${labelOf(id)}.id`)
    },
  }
}

/** Where a resource of its own is created. */
export const groupAndLocation = {
  resource_group_name: new Expression('data.azurerm_resource_group.main.name'),
  location: new Expression('data.azurerm_resource_group.main.location'),
}

/** Only the resource group, for what has no location. */
export const group = { resource_group_name: groupAndLocation.resource_group_name }

/** Whether a planned resource is of this type. */
export const isType = (resource: AzureResource, type: string) => resource.type.endsWith(`/${type}`)
