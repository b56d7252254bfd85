import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import type { Block } from './block.ts'
import { group, groupAndLocation, labelOf, type TerraformWords } from './words.ts'

/** Blocks of a load balancer and of everything that hangs on it. */
export function loadBalancerBlocks(resource: AzureResource, words: TerraformWords): readonly Block[] {
  const { id, name, sku, properties } = resource
  const each = (collection: string, write: (child: Child) => readonly Block[]) =>
    listAt(properties, collection).flatMap((child) =>
      write({
        id: child[source] ?? '',
        properties: objectAt(child, 'properties'),
        base: { name: child.name, loadbalancer_id: words.idOf(id) },
        words,
      }),
    )
  return [
    {
      head: words.head(id),
      source: id,
      set: { name, ...groupAndLocation, sku: sku?.name, sku_tier: sku?.tier },
      blocks: listAt(properties, 'frontendIPConfigurations').map((one) => frontend(one, words)),
    },
    ...each('backendAddressPools', pool),
    ...each('probes', probe),
    ...each('loadBalancingRules', loadBalancingRule),
    ...each('inboundNatRules', inboundNatRule),
    ...each('inboundNatPools', inboundNatPool),
    ...each('outboundRules', outboundRule),
  ]
}

interface Child {
  readonly id: string
  readonly properties: ArmObject
  readonly base: NonNullable<Block['set']>
  readonly words: TerraformWords
}

const one = ({ id, base, words }: Child, set: Block['set'], blocks: readonly Block[] = []): Block => ({
  head: words.head(id),
  source: id,
  set: { ...base, ...set },
  blocks,
})

/** Provider 5 took the older names away; all builds of 4 understand them. */
function toggles({ azurerm }: TerraformWords, { enableFloatingIP, enableTcpReset }: ArmObject): Block['set'] {
  return azurerm === 4
    ? { enable_floating_ip: enableFloatingIP, enable_tcp_reset: enableTcpReset }
    : { floating_ip_enabled: enableFloatingIP, tcp_reset_enabled: enableTcpReset }
}

function frontend(child: ArmObject, words: TerraformWords): Block {
  const properties = objectAt(child, 'properties')
  const subnet = targetAt(properties, 'subnet')
  return {
    head: 'frontend_ip_configuration',
    ...(child[source] === undefined ? {} : { source: child[source] }),
    set: {
      name: child.name,
      zones: child.zones,
      public_ip_address_id: words.idOf(targetAt(properties, 'publicIPAddress')),
      public_ip_prefix_id: words.idOf(targetAt(properties, 'publicIPPrefix')),
      subnet_id: words.idOf(subnet),
      private_ip_address: properties.privateIPAddress,
      private_ip_address_allocation: properties.privateIPAllocationMethod,
      private_ip_address_version: properties.privateIPAddressVersion,
      gateway_load_balancer_frontend_ip_configuration_id: words.idOf(
        targetAt(properties, 'gatewayLoadBalancer'),
      ),
    },
  }
}

function pool(child: Child): readonly Block[] {
  const { id, properties, words } = child
  const network = targetAt(properties, 'virtualNetwork')
  const addresses = listAt(properties, 'loadBalancerBackendAddresses').map((entry, index): Block => {
    const of = objectAt(entry, 'properties')
    if (of.adminState !== undefined || of.subnet !== undefined) {
      words.note(
        `Terraform has no place for the admin state and the subnet of the pool member ${String(entry.name)}.`,
      )
    }
    return {
      head: `resource "azurerm_lb_backend_address_pool_address" "${labelOf(id)}__${index + 1}"`,
      source: id,
      set: {
        name: entry.name,
        backend_address_pool_id: words.idOf(id),
        ip_address: of.ipAddress,
        virtual_network_id: words.idOf(
          targetAt(of, 'virtualNetwork') ?? (of.ipAddress ? network : undefined),
        ),
        backend_address_ip_configuration_id: words.idOf(targetAt(of, 'loadBalancerFrontendIPConfiguration')),
      },
    }
  })
  const tunnels = listAt(properties, 'tunnelInterfaces').map(({ identifier, type, protocol, port }) => ({
    head: 'tunnel_interface',
    set: { identifier, type, protocol, port },
  }))
  const manual = properties.syncMode !== undefined
  return [
    one(
      child,
      {
        synchronous_mode: properties.syncMode,
        virtual_network_id: manual ? words.idOf(network) : undefined,
      },
      tunnels,
    ),
    ...addresses,
  ]
}

function probe(child: Child): readonly Block[] {
  const { properties, words } = child
  if (properties.noHealthyBackendsBehavior !== undefined) {
    words.note('Terraform has no argument for what a probe does when no backend is healthy.')
  }
  return [
    one(child, {
      protocol: properties.protocol,
      port: properties.port,
      request_path: properties.requestPath,
      interval_in_seconds: properties.intervalInSeconds,
      probe_threshold: properties.probeThreshold,
      number_of_probes: properties.numberOfProbes,
    }),
  ]
}

function loadBalancingRule(child: Child): readonly Block[] {
  const { properties, words } = child
  if (properties.enableConnectionTracking !== undefined) {
    words.note('Terraform has no argument for connection tracking of load-balancing rules.')
  }
  const single = targetAt(properties, 'backendAddressPool')
  const pools = single === undefined ? targetsAt(properties, 'backendAddressPools') : [single]
  return [
    one(child, {
      frontend_ip_configuration_name: words.nameOf(targetAt(properties, 'frontendIPConfiguration')),
      backend_address_pool_ids: pools.flatMap((id) => words.idOf(id) ?? []),
      probe_id: words.idOf(targetAt(properties, 'probe')),
      protocol: properties.protocol,
      frontend_port: properties.frontendPort,
      backend_port: properties.backendPort,
      ...toggles(words, properties),
      load_distribution: properties.loadDistribution,
      idle_timeout_in_minutes: properties.idleTimeoutInMinutes,
      disable_outbound_snat: properties.disableOutboundSnat,
    }),
  ]
}

function inboundNatRule(child: Child): readonly Block[] {
  const { properties, words } = child
  return [
    one(child, {
      ...group,
      frontend_ip_configuration_name: words.nameOf(targetAt(properties, 'frontendIPConfiguration')),
      backend_address_pool_id: words.idOf(targetAt(properties, 'backendAddressPool')),
      protocol: properties.protocol,
      frontend_port: properties.frontendPort,
      frontend_port_start: properties.frontendPortRangeStart,
      frontend_port_end: properties.frontendPortRangeEnd,
      backend_port: properties.backendPort,
      ...toggles(words, properties),
      idle_timeout_in_minutes: properties.idleTimeoutInMinutes,
    }),
  ]
}

function inboundNatPool(child: Child): readonly Block[] {
  const { properties, words } = child
  return [
    one(child, {
      ...group,
      frontend_ip_configuration_name: words.nameOf(targetAt(properties, 'frontendIPConfiguration')),
      protocol: properties.protocol,
      frontend_port_start: properties.frontendPortRangeStart,
      frontend_port_end: properties.frontendPortRangeEnd,
      backend_port: properties.backendPort,
      floating_ip_enabled: properties.enableFloatingIP,
    }),
  ]
}

function outboundRule(child: Child): readonly Block[] {
  const { properties, words } = child
  return [
    one(
      child,
      {
        backend_address_pool_id: words.idOf(targetAt(properties, 'backendAddressPool')),
        protocol: properties.protocol,
        allocated_outbound_ports: properties.allocatedOutboundPorts,
        idle_timeout_in_minutes: properties.idleTimeoutInMinutes,
        ...toggles(words, { enableTcpReset: properties.enableTcpReset }),
      },
      targetsAt(properties, 'frontendIPConfigurations').map((id) => ({
        head: 'frontend_ip_configuration',
        set: { name: words.nameOf(id) },
      })),
    ),
  ]
}
