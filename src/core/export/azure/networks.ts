import { parsePrefix } from '../../topology/address.ts'
import type { Resource } from '../../topology/model.ts'
import { Names } from './names.ts'
import type { Body, Planning } from './plan.ts'
import { type ArmObject, Reference, source } from './value.ts'

/** Public addresses, security groups, routes, NAT gateways and virtual networks. */
export function networkBodies(planning: Planning): readonly Body[] {
  const { model } = planning
  return [
    ...model.all('publicIPPrefix').map(publicIPPrefix),
    ...model.all('publicIPAddress').map((one) => publicIPAddress(one, planning)),
    ...model.all('networkSecurityGroup').map((one) => networkSecurityGroup(one, planning)),
    ...model.all('routeTable').map((one) => routeTable(one, planning)),
    ...model.all('natGateway').map((one) => natGateway(one, planning)),
    ...model.all('virtualNetwork').map((one) => virtualNetwork(one, planning)),
    ...model.all('virtualNetwork').flatMap((one) => peerings(one, planning)),
  ]
}

function publicIPPrefix({ id, ipPrefix }: Resource<'publicIPPrefix'>): Body {
  const prefix = parsePrefix(ipPrefix)
  return {
    id,
    located: true,
    sku: { name: 'Standard', tier: 'Regional' },
    properties: {
      prefixLength: prefix?.length ?? 28,
      publicIPAddressVersion: prefix?.family ?? 'IPv4',
    },
  }
}

function publicIPAddress(one: Resource<'publicIPAddress'>, { model, note }: Planning): Body {
  const isGlobal = model
    .all('frontendIPConfiguration')
    .some(
      ({ publicIPAddress: used, loadBalancer }) =>
        used === one.id && model.find('loadBalancer', loadBalancer)?.tier === 'Global',
    )
  if (one.ipAddress !== undefined) {
    note(
      'Azure chooses public IP addresses when it creates them. Guests that hold a public frontend address must hold the one that Azure gave.',
    )
  }
  return {
    id: one.id,
    located: true,
    sku: { name: one.sku ?? 'Standard', tier: isGlobal ? 'Global' : 'Regional' },
    ...(one.zones?.length ? { zones: one.zones } : {}),
    properties: {
      publicIPAddressVersion: one.publicIPAddressVersion ?? 'IPv4',
      publicIPAllocationMethod: one.sku === 'Basic' ? 'Dynamic' : 'Static',
    },
  }
}

/** Azure wants one prefix or port range in the singular property: only there may it be `*` or a service tag. */
function oneOrMore(
  name: string,
  values: readonly string[] = [],
  where: string,
  note: (text: string) => void,
): ArmObject {
  const [first, ...more] = values
  if (first === undefined) return {}
  if (more.length === 0) return { [name]: first }
  const plural = `${name.replace(/Prefix$/, 'Prefixe')}s`
  if (values.includes('*')) {
    note(
      `Azure takes * only alone: ${plural} of ${where} holds * and other values, which means everything, and is written as * alone.`,
    )
    return { [name]: '*' }
  }
  const tags = name.endsWith('AddressPrefix') ? values.filter((one) => !parsePrefix(one)) : []
  if (tags.length > 0) {
    note(
      `Azure takes a service tag only alone and refuses ${plural} of ${where} with ${tags.join(', ')} beside other values. Split it into one security rule for each tag and one for the addresses.`,
    )
  }
  return { [plural]: values }
}

function networkSecurityGroup(one: Resource<'networkSecurityGroup'>, { note }: Planning): Body {
  const names = new Names()
  return {
    id: one.id,
    located: true,
    properties: {
      securityRules: (one.securityRules ?? []).map((each) => {
        const name = names.give(each.name ?? 'unnamed')
        if (name !== each.name) note(`A security rule of “${one.name}” (${one.id}) is called “${name}”.`)
        const where = `the security rule “${name}” of “${one.name}” (${one.id})`
        const values = (property: string, list: readonly string[] | undefined) =>
          oneOrMore(property, list, where, note)
        return {
          name,
          properties: {
            priority: each.priority,
            direction: each.direction,
            access: each.access,
            protocol: each.protocol,
            ...values('sourceAddressPrefix', each.sourceAddressPrefixes),
            ...values('sourcePortRange', each.sourcePortRanges),
            ...values('destinationAddressPrefix', each.destinationAddressPrefixes),
            ...values('destinationPortRange', each.destinationPortRanges),
          },
        }
      }),
    },
  }
}

function routeTable(one: Resource<'routeTable'>, { note }: Planning): Body {
  const names = new Names()
  return {
    id: one.id,
    located: true,
    properties: {
      routes: (one.routes ?? []).map(({ name: wanted, addressPrefix, nextHopType, nextHopIpAddress }) => {
        const name = names.give(wanted ?? 'unnamed')
        if (name !== wanted) note(`A route of “${one.name}” (${one.id}) is called “${name}”.`)
        return { name, properties: { addressPrefix, nextHopType, nextHopIpAddress } }
      }),
    },
  }
}

function natGateway(one: Resource<'natGateway'>, { referAll }: Planning): Body {
  return {
    id: one.id,
    located: true,
    sku: { name: 'Standard' },
    properties: {
      publicIpAddresses: referAll(one, 'publicIPAddresses', one.publicIPAddresses),
      publicIpPrefixes: referAll(one, 'publicIPPrefixes', one.publicIPPrefixes),
    },
  }
}

function virtualNetwork(one: Resource<'virtualNetwork'>, { model, places, refer }: Planning): Body {
  const subnets = model.all('subnet').filter(({ virtualNetwork: network }) => network === one.id)
  return {
    id: one.id,
    located: true,
    properties: {
      addressSpace: { addressPrefixes: one.addressPrefixes },
      subnets: subnets.map((subnet) => {
        const prefixes = model.prefixesOf(subnet)
        return {
          [source]: subnet.id,
          name: places.get(subnet.id)?.name,
          properties: {
            ...(prefixes.length > 1 ? { addressPrefixes: prefixes } : { addressPrefix: prefixes[0] }),
            networkSecurityGroup: refer(subnet, 'networkSecurityGroup', subnet.networkSecurityGroup),
            routeTable: refer(subnet, 'routeTable', subnet.routeTable),
            natGateway: refer(subnet, 'natGateway', subnet.natGateway),
            defaultOutboundAccess: subnet.defaultOutboundAccess,
          },
        }
      }),
    },
  }
}

function peerings(one: Resource<'virtualNetwork'>, { places, note }: Planning): readonly Body[] {
  const targets = [...new Set(one.peerings ?? [])].filter((id) => id !== one.id)
  return targets.flatMap((target) => {
    const place = places.get(target)
    if (!place) {
      note(
        `“${one.name}” (${one.id}) refers to ${target} in peerings, which cannot be written. It is left out.`,
      )
      return []
    }
    note(
      'Peerings are written with virtual network access and forwarded traffic allowed: the diagram does not say.',
    )
    return {
      id: `${one.id}#to-${place.name}`.slice(0, 160),
      parent: one.id,
      located: false,
      properties: {
        allowVirtualNetworkAccess: true,
        allowForwardedTraffic: true,
        remoteVirtualNetwork: { id: new Reference(target) },
      },
    }
  })
}
