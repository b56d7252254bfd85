import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { powershellString } from '../text/quote.ts'
import { call, Expression, groupName, idOf, objectsOf, type Parameters, put, type Words } from './cmdlet.ts'

/** Writes public addresses, security groups, routes, NAT gateways, virtual networks and peerings. */
export function writeNetwork(resource: AzureResource, words: Words): void {
  const { type, name, properties, sku, zones } = resource
  const { plan, lines } = words
  switch (type) {
    case 'Microsoft.Network/publicIPPrefixes':
      return put(lines, 'New-AzPublicIpPrefix', {
        Name: name,
        Sku: sku?.name,
        PrefixLength: properties.prefixLength,
        IpAddressVersion: properties.publicIPAddressVersion,
      })
    case 'Microsoft.Network/publicIPAddresses':
      return put(lines, 'New-AzPublicIpAddress', {
        Name: name,
        Sku: sku?.name,
        Tier: sku?.tier,
        IpAddressVersion: properties.publicIPAddressVersion,
        AllocationMethod: properties.publicIPAllocationMethod,
        Zone: zones,
      })
    case 'Microsoft.Network/networkSecurityGroups':
      return withItems(words, '$rules', 'New-AzNetworkSecurityRuleConfig', securityRules(resource), (rules) =>
        put(lines, 'New-AzNetworkSecurityGroup', { Name: name, SecurityRules: rules }),
      )
    case 'Microsoft.Network/routeTables':
      return withItems(words, '$routes', 'New-AzRouteConfig', routes(resource), (all) =>
        put(lines, 'New-AzRouteTable', { Name: name, Route: all }),
      )
    case 'Microsoft.Network/natGateways':
      return put(lines, 'New-AzNatGateway', {
        Name: name,
        Sku: sku?.name,
        PublicIpAddress: objectsOf(plan, 'PSResourceId', targetsAt(properties, 'publicIpAddresses')),
        PublicIpPrefix: objectsOf(plan, 'PSResourceId', targetsAt(properties, 'publicIpPrefixes')),
      })
    case 'Microsoft.Network/virtualNetworks':
      return withItems(
        words,
        '$subnets',
        'New-AzVirtualNetworkSubnetConfig',
        subnets(resource, words),
        (all) =>
          put(lines, 'New-AzVirtualNetwork', {
            Name: name,
            AddressPrefix: objectAt(properties, 'addressSpace').addressPrefixes,
            Subnet: all,
          }),
      )
    default:
      return writePeering(resource, words)
  }
}

/** An item of a list, and what it comes from. */
type Item = readonly [from: string | undefined, parameters: Parameters]

/** Collects items in a variable, then writes what takes them. */
function withItems(
  { lines }: Words,
  variable: string,
  cmdlet: string,
  items: readonly Item[],
  write: (all: Expression | undefined) => void,
): void {
  if (items.length > 0) lines.add(`${variable} = @()`)
  for (const [from, parameters] of items) {
    lines.from(from, () => call(lines, cmdlet, parameters, { before: `${variable} += ` }))
  }
  write(items.length === 0 ? undefined : new Expression(variable))
}

function securityRules({ properties }: AzureResource): readonly Item[] {
  return listAt(properties, 'securityRules').map((each): Item => {
    const of = objectAt(each, 'properties')
    return [
      undefined,
      {
        Name: each.name,
        Priority: of.priority,
        Direction: of.direction,
        Access: of.access,
        Protocol: of.protocol,
        SourceAddressPrefix: of.sourceAddressPrefix ?? of.sourceAddressPrefixes,
        SourcePortRange: of.sourcePortRange ?? of.sourcePortRanges,
        DestinationAddressPrefix: of.destinationAddressPrefix ?? of.destinationAddressPrefixes,
        DestinationPortRange: of.destinationPortRange ?? of.destinationPortRanges,
      },
    ]
  })
}

function routes({ properties }: AzureResource): readonly Item[] {
  return listAt(properties, 'routes').map((each): Item => {
    const of = objectAt(each, 'properties')
    return [
      undefined,
      {
        Name: each.name,
        AddressPrefix: of.addressPrefix,
        NextHopType: of.nextHopType,
        NextHopIpAddress: of.nextHopIpAddress,
      },
    ]
  })
}

function subnets({ properties }: AzureResource, { plan }: Words): readonly Item[] {
  return listAt(properties, 'subnets').map((each: ArmObject): Item => {
    const of = objectAt(each, 'properties')
    return [
      each[source],
      {
        Name: each.name,
        AddressPrefix: of.addressPrefixes ?? of.addressPrefix,
        NetworkSecurityGroupId: idOf(plan, targetAt(of, 'networkSecurityGroup')),
        RouteTableId: idOf(plan, targetAt(of, 'routeTable')),
        NatGatewayId: idOf(plan, targetAt(of, 'natGateway')),
        DefaultOutboundAccess: of.defaultOutboundAccess,
      },
    ]
  })
}

/** A peering cannot be written over, so it is only made where there is none. */
function writePeering({ name, parent, properties }: AzureResource, { plan, lines }: Words): void {
  const network = parent === undefined ? undefined : plan.places.get(parent)?.name
  call(
    lines,
    'Get-AzVirtualNetwork',
    { ResourceGroupName: groupName, Name: network },
    { before: '$virtualNetwork = ' },
  )
  const settings: Parameters = {
    Name: name,
    VirtualNetwork: new Expression('$virtualNetwork'),
    RemoteVirtualNetworkId: idOf(plan, targetAt(properties, 'remoteVirtualNetwork')),
    AllowForwardedTraffic: properties.allowForwardedTraffic,
  }
  lines.add(`if ($virtualNetwork.VirtualNetworkPeerings.Name -notcontains ${powershellString(name)}) {`)
  lines.indented(() => call(lines, 'Add-AzVirtualNetworkPeering', settings, { after: ' | Out-Null' }))
  lines.add('}')
}
