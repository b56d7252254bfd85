/** A Terraform resource that says that one resource of Azure names another. */
export interface Association {
  /** The argument with the id of the resource that names the other. */
  readonly owner: string
  readonly ownerType: string
  /** The argument with the id of the other. */
  readonly other: string
  /** The property that names it. */
  readonly property: string
  readonly isList?: boolean
}

const subnet = (other: string, property: string): Association => ({
  owner: 'subnet_id',
  ownerType: 'virtualNetworks/subnets',
  other,
  property,
})

const natGateway = (other: string, property: string): Association => ({
  owner: 'nat_gateway_id',
  ownerType: 'natGateways',
  other,
  property,
  isList: true,
})

/** An association of an ipconfig: its NIC and its name in two arguments. */
const ipConfiguration = (other: string, property: string): Association => ({
  owner: 'network_interface_id',
  ownerType: 'networkInterfaces/ipConfigurations',
  other,
  property,
  isList: true,
})

/** Types that are no resources of Azure, but fields of them. */
export const associations: { readonly [type: string]: Association } = {
  azurerm_subnet_network_security_group_association: subnet(
    'network_security_group_id',
    'networkSecurityGroup',
  ),
  azurerm_subnet_route_table_association: subnet('route_table_id', 'routeTable'),
  azurerm_subnet_nat_gateway_association: subnet('nat_gateway_id', 'natGateway'),
  azurerm_nat_gateway_public_ip_association: natGateway('public_ip_address_id', 'publicIPAddresses'),
  azurerm_nat_gateway_public_ip_prefix_association: natGateway('public_ip_prefix_id', 'publicIPPrefixes'),
  azurerm_network_interface_security_group_association: {
    owner: 'network_interface_id',
    ownerType: 'networkInterfaces',
    other: 'network_security_group_id',
    property: 'networkSecurityGroup',
  },
  azurerm_network_interface_backend_address_pool_association: ipConfiguration(
    'backend_address_pool_id',
    'loadBalancerBackendAddressPools',
  ),
  azurerm_network_interface_nat_rule_association: ipConfiguration(
    'nat_rule_id',
    'loadBalancerInboundNatRules',
  ),
}
