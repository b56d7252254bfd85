import { Unresolved } from '../unresolved.ts'
import type { Arguments } from './arguments.ts'

/** How one Terraform type becomes part of a resource of Azure. */
export interface Translation {
  /** The Azure type below its provider. */
  readonly type: string
  /** The argument that holds the id of the parent, and the list of the parent that it belongs to. */
  readonly parent?: readonly [argument: string, list: string]
  /** What stands beside the properties. */
  beside?(from: Arguments): Record<string, unknown>
  properties(from: Arguments): Record<string, unknown>
}

const frontendOf = (from: Arguments, name: unknown): unknown => {
  const lb = from.reference('loadbalancer_id') as { id?: string } | Unresolved | undefined
  if (name instanceof Unresolved || lb instanceof Unresolved) return name
  return lb?.id === undefined || name === undefined
    ? undefined
    : { id: `${lb.id}/frontendIPConfigurations/${name}` }
}

const floating = (from: Arguments) => from.value('floating_ip_enabled', 'enable_floating_ip')
const reset = (from: Arguments) => from.value('tcp_reset_enabled', 'enable_tcp_reset')
const subnetAddress = (from: Arguments) => {
  const prefixes = from.value('address_prefixes')
  return {
    addressPrefix: from.value('address_prefix') ?? (Array.isArray(prefixes) ? prefixes[0] : prefixes),
    ...(Array.isArray(prefixes) && prefixes.length > 1 ? { addressPrefixes: prefixes } : {}),
  }
}

const address = (from: Arguments) => ({
  subnet: from.reference('subnet_id'),
  privateIPAddress: from.value('private_ip_address'),
  privateIPAllocationMethod: from.value('private_ip_address_allocation'),
  privateIPAddressVersion: from.value('private_ip_address_version'),
  publicIPAddress: from.reference('public_ip_address_id'),
})

const securityRule = (from: Arguments) => ({
  priority: from.value('priority'),
  direction: from.value('direction'),
  access: from.value('access'),
  protocol: from.value('protocol'),
  sourceAddressPrefix: from.value('source_address_prefix'),
  sourceAddressPrefixes: from.value('source_address_prefixes'),
  sourcePortRange: from.value('source_port_range'),
  sourcePortRanges: from.value('source_port_ranges'),
  destinationAddressPrefix: from.value('destination_address_prefix'),
  destinationAddressPrefixes: from.value('destination_address_prefixes'),
  destinationPortRange: from.value('destination_port_range'),
  destinationPortRanges: from.value('destination_port_ranges'),
})

const route = (from: Arguments) => ({
  addressPrefix: from.value('address_prefix'),
  nextHopType: from.value('next_hop_type'),
  nextHopIpAddress: from.value('next_hop_in_ip_address'),
})

const named = (from: Arguments, name: string, fill: (block: Arguments) => Record<string, unknown>) =>
  from.blocks(name).map((block) => ({ name: block.value('name'), properties: fill(block) }))

const natPorts = (from: Arguments) => ({
  frontendIPConfiguration: frontendOf(from, from.value('frontend_ip_configuration_name')),
  protocol: from.value('protocol'),
  frontendPort: from.value('frontend_port'),
  frontendPortRangeStart: from.value('frontend_port_start'),
  frontendPortRangeEnd: from.value('frontend_port_end'),
  backendPort: from.value('backend_port'),
  enableFloatingIP: floating(from),
  enableTcpReset: reset(from),
  idleTimeoutInMinutes: from.value('idle_timeout_in_minutes'),
})

const ofLoadBalancer = (list: string) => ['loadbalancer_id', list] as const

const machine: Translation = {
  type: 'virtualMachines',
  beside: (from) => ({ zones: zoneOf(from) }),
  properties: (from) => ({ networkProfile: { networkInterfaces: from.references('network_interface_ids') } }),
}

function zoneOf(from: Arguments): unknown {
  const zones = from.value('zones')
  const zone = from.value('zone')
  return zone === undefined ? zones : [zone]
}

/** Types that are resources of Azure. Older names of azurerm 3 and 4 stand beside those of 5. */
export const translations: { readonly [type: string]: Translation } = {
  azurerm_lb: {
    type: 'loadBalancers',
    beside: (from) => ({ sku: { name: from.value('sku'), tier: from.value('sku_tier') } }),
    properties: (from) => ({
      frontendIPConfigurations: from.blocks('frontend_ip_configuration').map((block) => ({
        name: block.value('name'),
        zones: block.value('zones'),
        properties: {
          ...address(block),
          publicIPPrefix: block.reference('public_ip_prefix_id'),
          gatewayLoadBalancer: block.reference('gateway_load_balancer_frontend_ip_configuration_id'),
        },
      })),
    }),
  },
  azurerm_lb_backend_address_pool: {
    type: 'loadBalancers/backendAddressPools',
    parent: ofLoadBalancer('backendAddressPools'),
    properties: (from) => ({
      virtualNetwork: from.reference('virtual_network_id'),
      syncMode: from.value('synchronous_mode'),
      tunnelInterfaces: from.blocks('tunnel_interface').map((block) => ({
        identifier: block.value('identifier'),
        port: block.value('port'),
        protocol: block.value('protocol'),
        type: block.value('type'),
      })),
    }),
  },
  azurerm_lb_probe: {
    type: 'loadBalancers/probes',
    parent: ofLoadBalancer('probes'),
    properties: (from) => ({
      protocol: from.value('protocol'),
      port: from.value('port'),
      requestPath: from.value('request_path'),
      intervalInSeconds: from.value('interval_in_seconds'),
      numberOfProbes: from.value('number_of_probes'),
      probeThreshold: from.value('probe_threshold'),
    }),
  },
  azurerm_lb_rule: {
    type: 'loadBalancers/loadBalancingRules',
    parent: ofLoadBalancer('loadBalancingRules'),
    properties: (from) => ({
      frontendIPConfiguration: frontendOf(from, from.value('frontend_ip_configuration_name')),
      backendAddressPools: from.references('backend_address_pool_ids'),
      backendAddressPool: from.reference('backend_address_pool_id'),
      probe: from.reference('probe_id'),
      protocol: from.value('protocol'),
      frontendPort: from.value('frontend_port'),
      backendPort: from.value('backend_port'),
      enableFloatingIP: floating(from),
      enableTcpReset: reset(from),
      disableOutboundSnat: from.value('disable_outbound_snat'),
      idleTimeoutInMinutes: from.value('idle_timeout_in_minutes'),
      loadDistribution: from.value('load_distribution'),
    }),
  },
  azurerm_lb_nat_rule: {
    type: 'loadBalancers/inboundNatRules',
    parent: ofLoadBalancer('inboundNatRules'),
    properties: (from) => ({
      ...natPorts(from),
      backendAddressPool: from.reference('backend_address_pool_id'),
    }),
  },
  azurerm_lb_nat_pool: {
    type: 'loadBalancers/inboundNatPools',
    parent: ofLoadBalancer('inboundNatPools'),
    properties: natPorts,
  },
  azurerm_lb_outbound_rule: {
    type: 'loadBalancers/outboundRules',
    parent: ofLoadBalancer('outboundRules'),
    properties: (from) => ({
      frontendIPConfigurations: from
        .blocks('frontend_ip_configuration')
        .map((block) => frontendOf(from, block.value('name'))),
      backendAddressPool: from.reference('backend_address_pool_id'),
      protocol: from.value('protocol'),
      allocatedOutboundPorts: from.value('allocated_outbound_ports'),
      enableTcpReset: reset(from),
      idleTimeoutInMinutes: from.value('idle_timeout_in_minutes'),
    }),
  },
  azurerm_public_ip: {
    type: 'publicIPAddresses',
    beside: (from) => ({ sku: { name: from.value('sku') }, zones: from.value('zones') }),
    properties: (from) => ({
      ipAddress: known(from.value('ip_address')),
      publicIPAddressVersion: from.value('ip_version'),
    }),
  },
  azurerm_public_ip_prefix: {
    type: 'publicIPPrefixes',
    properties: (from) => ({ ipPrefix: known(from.value('ip_prefix')) }),
  },
  azurerm_virtual_network: {
    type: 'virtualNetworks',
    properties: (from) => ({
      addressSpace: { addressPrefixes: from.value('address_space') },
      subnets: named(from, 'subnet', (block) => ({
        ...subnetAddress(block),
        networkSecurityGroup: block.reference('security_group'),
      })),
    }),
  },
  azurerm_subnet: {
    type: 'virtualNetworks/subnets',
    properties: (from) => ({
      ...subnetAddress(from),
      defaultOutboundAccess: from.value('default_outbound_access_enabled'),
    }),
  },
  azurerm_network_security_group: {
    type: 'networkSecurityGroups',
    properties: (from) => ({ securityRules: named(from, 'security_rule', securityRule) }),
  },
  azurerm_network_security_rule: {
    type: 'networkSecurityGroups/securityRules',
    properties: securityRule,
  },
  azurerm_route_table: {
    type: 'routeTables',
    properties: (from) => ({ routes: named(from, 'route', route) }),
  },
  azurerm_route: { type: 'routeTables/routes', properties: route },
  azurerm_virtual_network_peering: {
    type: 'virtualNetworks/virtualNetworkPeerings',
    properties: (from) => ({ remoteVirtualNetwork: from.reference('remote_virtual_network_id') }),
  },
  azurerm_nat_gateway: { type: 'natGateways', properties: () => ({}) },
  azurerm_network_interface: {
    type: 'networkInterfaces',
    properties: (from) => ({
      enableIPForwarding: from.value('ip_forwarding_enabled', 'enable_ip_forwarding'),
      ipConfigurations: named(from, 'ip_configuration', (block) => ({
        ...address(block),
        primary: block.value('primary'),
      })),
    }),
  },
  azurerm_private_link_service: {
    type: 'privateLinkServices',
    properties: (from) => ({
      loadBalancerFrontendIpConfigurations: from.references('load_balancer_frontend_ip_configuration_ids'),
    }),
  },
  azurerm_linux_virtual_machine: machine,
  azurerm_windows_virtual_machine: machine,
  azurerm_virtual_machine: machine,
}

/** What Azure gives once a thing is there is simply not known before. */
const known = (value: unknown) => (value instanceof Unresolved ? undefined : value)
