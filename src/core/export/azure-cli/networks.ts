import type { AzureResource } from '../azure/plan.ts'
import { listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { type Command, type CommandWords, location, type Option } from './command.ts'

/** Commands for public addresses, security groups, routes, NAT gateways and virtual networks. */
export function networkCommands(resource: AzureResource, words: CommandWords): readonly Command[] {
  const { id, type, name, properties, sku, zones } = resource
  const create = (noun: string, options: Command['options'] = {}): Command => ({
    source: id,
    call: `network ${noun} create`,
    options: { '--name': name, '--location': location, ...options },
  })
  switch (type) {
    case 'Microsoft.Network/publicIPPrefixes':
      return [
        create('public-ip prefix', {
          '--length': properties.prefixLength,
          '--version': properties.publicIPAddressVersion,
        }),
      ]
    case 'Microsoft.Network/publicIPAddresses':
      return [
        create('public-ip', {
          '--sku': sku?.name,
          '--tier': sku?.tier,
          '--version': properties.publicIPAddressVersion,
          '--allocation-method': properties.publicIPAllocationMethod,
          '--zone': zones,
        }),
      ]
    case 'Microsoft.Network/networkSecurityGroups':
      return [create('nsg'), ...securityRules(resource)]
    case 'Microsoft.Network/routeTables':
      return [create('route-table'), ...routes(resource)]
    case 'Microsoft.Network/natGateways':
      return [
        create('nat gateway', {
          '--public-ip-addresses': names(targetsAt(properties, 'publicIpAddresses'), words),
          '--public-ip-prefixes': names(targetsAt(properties, 'publicIpPrefixes'), words),
        }),
      ]
    case 'Microsoft.Network/virtualNetworks':
      return [
        create('vnet', { '--address-prefixes': objectAt(properties, 'addressSpace').addressPrefixes }),
        ...subnets(resource, words),
      ]
    case 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings':
      return [
        {
          source: resource.parent ?? id,
          call: 'network vnet peering create',
          options: {
            '--name': name,
            '--vnet-name': words.nameOf(resource.parent),
            '--remote-vnet': words.nameOf(targetAt(properties, 'remoteVirtualNetwork')),
            '--allow-vnet-access': properties.allowVirtualNetworkAccess,
            '--allow-forwarded-traffic': properties.allowForwardedTraffic,
          },
        },
      ]
    default:
      return []
  }
}

const names = (ids: readonly string[], words: CommandWords): Option =>
  ids.flatMap((id) => words.nameOf(id) ?? [])

function securityRules({ id, name, properties }: AzureResource): readonly Command[] {
  return listAt(properties, 'securityRules').map((each) => {
    const of = objectAt(each, 'properties')
    return {
      source: id,
      call: 'network nsg rule create',
      options: {
        '--nsg-name': name,
        '--name': each.name,
        '--priority': of.priority,
        '--direction': of.direction,
        '--access': of.access,
        '--protocol': of.protocol,
        '--source-address-prefixes': of.sourceAddressPrefix ?? of.sourceAddressPrefixes,
        '--source-port-ranges': of.sourcePortRange ?? of.sourcePortRanges,
        '--destination-address-prefixes': of.destinationAddressPrefix ?? of.destinationAddressPrefixes,
        '--destination-port-ranges': of.destinationPortRange ?? of.destinationPortRanges,
      },
    }
  })
}

function routes({ id, name, properties }: AzureResource): readonly Command[] {
  return listAt(properties, 'routes').map((each) => {
    const of = objectAt(each, 'properties')
    return {
      source: id,
      call: 'network route-table route create',
      options: {
        '--route-table-name': name,
        '--name': each.name,
        '--address-prefix': of.addressPrefix,
        '--next-hop-type': of.nextHopType,
        '--next-hop-ip-address': of.nextHopIpAddress,
      },
    }
  })
}

function subnets({ id, name, properties }: AzureResource, words: CommandWords): readonly Command[] {
  return listAt(properties, 'subnets').map((each) => {
    const of = objectAt(each, 'properties')
    return {
      source: each[source] ?? id,
      call: 'network vnet subnet create',
      options: {
        '--vnet-name': name,
        '--name': each.name,
        '--address-prefixes': of.addressPrefixes ?? of.addressPrefix,
        '--network-security-group': words.nameOf(targetAt(of, 'networkSecurityGroup')),
        '--route-table': words.nameOf(targetAt(of, 'routeTable')),
        '--nat-gateway': words.nameOf(targetAt(of, 'natGateway')),
        '--default-outbound-access': of.defaultOutboundAccess,
      },
    }
  })
}
