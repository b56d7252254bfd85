import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { type Block, Expression } from './block.ts'
import { azurermTypes, group, groupAndLocation, labelOf, type TerraformWords } from './words.ts'

/** Blocks of public addresses, security groups, routes, NAT gateways and virtual networks. */
export function networkBlocks(resource: AzureResource, words: TerraformWords): readonly Block[] {
  const { id, type, name, properties, sku, zones } = resource
  const own = (set: Block['set'], blocks: readonly Block[] = []): Block => ({
    head: words.head(id),
    source: id,
    set: { name, ...groupAndLocation, ...set },
    blocks,
  })
  switch (type) {
    case 'Microsoft.Network/publicIPPrefixes':
      return [own({ prefix_length: properties.prefixLength, ip_version: properties.publicIPAddressVersion })]
    case 'Microsoft.Network/publicIPAddresses':
      return [
        own({
          sku: sku?.name,
          sku_tier: sku?.tier,
          ip_version: properties.publicIPAddressVersion,
          allocation_method: properties.publicIPAllocationMethod,
          zones,
        }),
      ]
    case 'Microsoft.Network/networkSecurityGroups':
      return [own({}, listAt(properties, 'securityRules').map(securityRule))]
    case 'Microsoft.Network/routeTables':
      return [own({}, listAt(properties, 'routes').map(route))]
    case 'Microsoft.Network/natGateways':
      return [own({ sku_name: 'Standard' }), ...gatewayAddresses(resource, words)]
    case 'Microsoft.Network/virtualNetworks':
      return [
        own({ address_space: objectAt(properties, 'addressSpace').addressPrefixes }),
        ...listAt(properties, 'subnets').flatMap((subnet) => subnetBlocks(id, subnet, words)),
      ]
    case 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings':
      return [peering(resource, words)]
    default:
      return []
  }
}

/** The prefixes of a security rule, singular or plural as ARM has them. */
function spelled(properties: ArmObject, arm: string, azurerm: string): Block['set'] {
  const plural = arm.endsWith('Prefix') ? `${arm}es` : `${arm}s`
  return {
    [azurerm]: properties[arm],
    [`${azurerm}${arm.endsWith('Prefix') ? 'es' : 's'}`]: properties[plural],
  }
}

function securityRule({ name, properties: given }: ArmObject): Block {
  const properties = given as ArmObject
  const { priority, direction, access, protocol } = properties
  return {
    head: 'security_rule',
    set: {
      name,
      priority,
      direction,
      access,
      protocol,
      ...spelled(properties, 'sourceAddressPrefix', 'source_address_prefix'),
      ...spelled(properties, 'sourcePortRange', 'source_port_range'),
      ...spelled(properties, 'destinationAddressPrefix', 'destination_address_prefix'),
      ...spelled(properties, 'destinationPortRange', 'destination_port_range'),
    },
  }
}

function route({ name, properties: given }: ArmObject): Block {
  const { addressPrefix, nextHopType, nextHopIpAddress } = given as ArmObject
  return {
    head: 'route',
    set: {
      name,
      address_prefix: addressPrefix,
      next_hop_type: nextHopType,
      next_hop_in_ip_address: nextHopIpAddress,
    },
  }
}

function gatewayAddresses({ id, properties }: AzureResource, words: TerraformWords): readonly Block[] {
  const associate = (kind: 'public_ip' | 'public_ip_prefix', argument: string) => (target: string) => ({
    head: `resource "azurerm_nat_gateway_${kind}_association" "${labelOf(id)}_${labelOf(target)}"`,
    source: id,
    set: { nat_gateway_id: words.idOf(id), [argument]: words.idOf(target) },
  })
  return [
    ...targetsAt(properties, 'publicIpAddresses').map(associate('public_ip', 'public_ip_address_id')),
    ...targetsAt(properties, 'publicIpPrefixes').map(associate('public_ip_prefix', 'public_ip_prefix_id')),
  ]
}

function subnetBlocks(network: string, subnet: ArmObject, words: TerraformWords): readonly Block[] {
  const id = subnet[source] ?? ''
  const properties = objectAt(subnet, 'properties')
  const { addressPrefix, addressPrefixes, defaultOutboundAccess } = properties
  const associations = [
    ['network_security_group', targetAt(properties, 'networkSecurityGroup')],
    ['route_table', targetAt(properties, 'routeTable')],
    ['nat_gateway', targetAt(properties, 'natGateway')],
  ] as const
  return [
    {
      head: words.head(id),
      source: id,
      set: {
        name: subnet.name,
        ...group,
        virtual_network_name: new Expression(`${azurermTypes.virtualNetwork}.${labelOf(network)}.name`),
        address_prefixes: addressPrefixes ?? (addressPrefix === undefined ? undefined : [addressPrefix]),
        default_outbound_access_enabled: defaultOutboundAccess,
      },
    },
    ...associations.flatMap(([kind, target]): Block[] =>
      target === undefined
        ? []
        : [
            {
              head: `resource "azurerm_subnet_${kind}_association" "${labelOf(id)}"`,
              source: id,
              set: { subnet_id: words.idOf(id), [`${kind}_id`]: words.idOf(target) },
            },
          ],
    ),
  ]
}

function peering({ parent = '', name, properties }: AzureResource, words: TerraformWords): Block {
  const remote = targetAt(properties, 'remoteVirtualNetwork') ?? ''
  return {
    head: `resource "azurerm_virtual_network_peering" "${labelOf(parent)}__${labelOf(remote)}"`,
    source: parent,
    set: {
      name,
      ...group,
      virtual_network_name: new Expression(`${azurermTypes.virtualNetwork}.${labelOf(parent)}.name`),
      remote_virtual_network_id: words.idOf(remote),
      allow_virtual_network_access: properties.allowVirtualNetworkAccess,
      allow_forwarded_traffic: properties.allowForwardedTraffic,
    },
  }
}
