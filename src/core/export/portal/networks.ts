import { type AzureResource, documentIdOf } from '../azure/plan.ts'
import {
  type ArmObject,
  type ArmValue,
  listAt,
  objectAt,
  source,
  targetAt,
  targetsAt,
} from '../azure/value.ts'
import { heading, onOff, protocolWord, type Row, step, type Words } from './step.ts'

/** Writes the steps of public addresses, security groups, routes, NAT gateways, virtual networks and peerings. */
export function writeNetwork(resource: AzureResource, { plan, lines }: Words): void {
  const { type, name, properties, sku, zones, parent } = resource
  const named = (ids: readonly string[]) => ids.flatMap((one) => plan.places.get(one)?.name ?? [])
  const create = (what: string, blade: string, rows: readonly Row[]) => {
    heading(lines, `${what} ${name}`)
    step(lines, `${blade} › Create`, [['Name', name], ...rows])
  }
  lines.gap().from(documentIdOf(resource), () => {
    switch (type) {
      case 'Microsoft.Network/publicIPPrefixes':
        return create('Public IP prefix', 'Public IP prefixes', [
          ['IP version', properties.publicIPAddressVersion],
          ['Prefix size', `/${String(properties.prefixLength)}`],
        ])
      case 'Microsoft.Network/publicIPAddresses':
        return create('Public IP address', 'Public IP addresses', [
          ['IP version', properties.publicIPAddressVersion],
          ['SKU', sku?.name],
          ['Tier', sku?.tier],
          ['IP address assignment', properties.publicIPAllocationMethod],
          ['Availability zone', zones],
        ])
      case 'Microsoft.Network/networkSecurityGroups':
        create('Network security group', 'Network security groups', [])
        for (const each of listAt(properties, 'securityRules')) {
          const of = objectAt(each, 'properties')
          step(lines, `${String(of.direction)} security rules › Add ${String(each.name)}`, securityRule(each))
        }
        return
      case 'Microsoft.Network/routeTables':
        create('Route table', 'Route tables', [])
        for (const each of listAt(properties, 'routes')) {
          const of = objectAt(each, 'properties')
          step(lines, `Routes › Add ${String(each.name)}`, [
            ['Route name', each.name],
            ['Destination IP addresses/CIDR ranges', of.addressPrefix],
            ['Next hop type', hopWords[String(of.nextHopType)] ?? of.nextHopType],
            ['Next hop address', of.nextHopIpAddress],
          ])
        }
        return
      case 'Microsoft.Network/natGateways':
        return create('NAT gateway', 'NAT gateways', [
          ['Outbound IP › Public IP addresses', named(targetsAt(properties, 'publicIpAddresses'))],
          ['Outbound IP › Public IP prefixes', named(targetsAt(properties, 'publicIpPrefixes'))],
        ])
      case 'Microsoft.Network/virtualNetworks':
        create('Virtual network', 'Virtual networks', [
          ['Address space', objectAt(properties, 'addressSpace').addressPrefixes],
        ])
        for (const each of listAt(properties, 'subnets')) {
          const of = objectAt(each, 'properties')
          const one = (field: string) => named([targetAt(of, field) ?? ''])
          lines.from(each[source], () =>
            step(lines, `Subnets › Add ${String(each.name)}`, [
              ['Name', each.name],
              ['Subnet address range', of.addressPrefixes ?? of.addressPrefix],
              ['Enable private subnet (no default outbound access)', privateWord(of.defaultOutboundAccess)],
              ['NAT gateway', one('natGateway')],
              ['Network security group', one('networkSecurityGroup')],
              ['Route table', one('routeTable')],
            ]),
          )
        }
        return
      default:
        heading(lines, `Peering ${name}`)
        step(lines, `Virtual networks › ${named([parent ?? '']).join()} › Peerings › Add`, [
          ['Peering link name', name],
          ['Virtual network', named([targetAt(properties, 'remoteVirtualNetwork') ?? ''])],
          ['Allow access', onOff(properties.allowVirtualNetworkAccess)],
          ['Allow forwarded traffic', onOff(properties.allowForwardedTraffic)],
        ])
    }
  })
}

const hopWords: { readonly [type: string]: string } = {
  VirtualAppliance: 'Virtual appliance',
  VirtualNetworkGateway: 'Virtual network gateway',
  VnetLocal: 'Virtual network',
}

const privateWord = (access: ArmValue | undefined) =>
  access === undefined ? undefined : onOff(access === false)

function securityRule(each: ArmObject): readonly Row[] {
  const of = objectAt(each, 'properties')
  const any = (value: ArmValue | undefined) => (value === '*' ? 'Any' : value)
  return [
    ['Source', any(of.sourceAddressPrefix ?? of.sourceAddressPrefixes)],
    ['Source port ranges', of.sourcePortRange ?? of.sourcePortRanges],
    ['Destination', any(of.destinationAddressPrefix ?? of.destinationAddressPrefixes)],
    ['Destination port ranges', of.destinationPortRange ?? of.destinationPortRanges],
    ['Protocol', protocolWord(of.protocol)],
    ['Action', of.access],
    ['Priority', of.priority],
    ['Name', each.name],
  ]
}
