import type { ResourceFields, TopologyDocument } from '../../core/topology/document.ts'
import type { ResourceType } from '../../core/topology/resource-type.ts'
import { type AddressPlan, planIPv4, planIPv6 } from './address-plan.ts'
import { generateInside, type Service } from './generate-inside.ts'
import { type Random, randomFrom } from './random.ts'

/** Adds a resource to a document that is being made. */
export type Add = <T extends ResourceType>(
  id: `${T}/${string}`,
  fields: Omit<ResourceFields<T>, 'name'>,
) => void

const machine = 'virtualMachine/vm'
const loadBalancer = 'loadBalancer/lb'

function addNetwork(add: Add, { own, subnetLength, family }: AddressPlan, open: boolean): void {
  const prefixes = planIPv4(false).own.map((address) => address.replace(/\d+$/, '0/24'))
  const extra = family === 'IPv6' ? own.map((address) => address.replace(/::\w+$/, `::/${subnetLength}`)) : []
  add('virtualNetwork/vnet', { addressPrefixes: ['10.0.0.0/16', ...(extra.length > 0 ? ['fd00::/48'] : [])] })
  if (open) {
    const any = { sourceAddressPrefixes: ['*'], sourcePortRanges: ['*'], destinationAddressPrefixes: ['*'] }
    const everything = { ...any, destinationPortRanges: ['*'], protocol: '*' } as const
    add('networkSecurityGroup/nsg', {
      securityRules: [{ name: 'all', priority: 100, direction: 'Inbound', access: 'Allow', ...everything }],
    })
  }
  prefixes.forEach((prefix, index) => {
    const second = extra[index]
    add(`subnet/snet${index}`, {
      virtualNetwork: 'virtualNetwork/vnet',
      ...(second ? { addressPrefixes: [prefix, second] } : { addressPrefix: prefix }),
      ...(open ? { networkSecurityGroup: 'networkSecurityGroup/nsg' } : {}),
    })
  })
}

/** Adds a NIC with its IP configurations; returns the ids of those that a pool may hold. */
function addNic(
  add: Add,
  random: Random,
  plan: AddressPlan,
  index: number,
  sameSubnet: boolean,
): `ipConfiguration/${string}`[] {
  const networkInterface = `networkInterface/nic${index}` as const
  const subnet = `subnet/snet${sameSubnet ? 0 : index}` as const
  add(networkInterface, {
    virtualMachine: machine,
    enableIPForwarding: random.chance(0.6),
    guest: {
      name: `eth${index}`,
      addresses: plan.added.filter(([nic]) => nic === index).map(([, cidr]) => cidr),
      ...(random.chance(0.35) ? { rpFilter: random.pick([0, 1, 2] as const) } : {}),
    },
  })
  const configuration = (slug: string, address: string, primary: boolean) => {
    const privateIPAddressVersion = address.includes(':') ? 'IPv6' : 'IPv4'
    add(`ipConfiguration/${slug}`, {
      networkInterface,
      subnet,
      privateIPAddress: address,
      privateIPAddressVersion,
      primary,
    })
    return `ipConfiguration/${slug}` as const
  }
  const four = planIPv4(sameSubnet).own[index] ?? ''
  const first = configuration(`nic${index}-one`, four, true)
  const second = random.chance(0.2)
    ? [
        configuration(
          `nic${index}-two`,
          four.replace(/\d+$/, (last) => `${Number(last) + 10}`),
          false,
        ),
      ]
    : []
  if (plan.family === 'IPv6') return [configuration(`nic${index}-six`, plan.own[index] ?? '', false)]
  return [first, ...second]
}

/** A subnet whose route sends everything to a frontend, so that the guest is asked to pass packets on. */
function addSpoke(add: Add, index: number, nextHopIpAddress: string): void {
  const everything = { name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance' } as const
  add(`routeTable/routes${index}`, { routes: [{ ...everything, nextHopIpAddress }] })
  add(`subnet/spoke${index}`, {
    virtualNetwork: 'virtualNetwork/vnet',
    addressPrefix: `10.0.${20 + index}.0/24`,
    routeTable: `routeTable/routes${index}`,
  })
}

/** Load-balancing and NAT rules, each to one NIC's IP configuration; returns what has to listen in the guest. */
function addRules(
  add: Add,
  random: Random,
  plan: AddressPlan,
  members: readonly `ipConfiguration/${string}`[],
): Service[] {
  const services: Service[] = []
  members.forEach((member, index) => {
    add(`backendAddressPool/pool${index}`, { loadBalancer, backendIPConfigurations: [member] })
  })
  add('probe/hp', { loadBalancer, protocol: 'Tcp', port: 8080, intervalInSeconds: 5 })
  plan.frontends.forEach((address, index) => {
    const frontendIPConfiguration = `frontendIPConfiguration/fe${index}` as const
    if (plan.isPublic) {
      add(`publicIPAddress/pip${index}`, {
        ipAddress: address,
        sku: 'Standard',
        publicIPAddressVersion: plan.family,
      })
      add(frontendIPConfiguration, { loadBalancer, publicIPAddress: `publicIPAddress/pip${index}` })
    } else {
      add(frontendIPConfiguration, {
        loadBalancer,
        subnet: 'subnet/snet0',
        privateIPAddress: address,
        privateIPAddressVersion: plan.family,
      })
    }
    const haPorts = !plan.isPublic && random.chance(0.15)
    if (haPorts && plan.family === 'IPv4' && random.chance(0.7)) addSpoke(add, index, address)
    const common = () =>
      ({
        loadBalancer,
        frontendIPConfiguration,
        enableFloatingIP: random.chance(plan.family === 'IPv6' && !plan.isPublic ? 0.1 : 0.75),
      }) as const
    for (const protocol of haPorts
      ? (['All'] as const)
      : random.pick([['Tcp'], ['Tcp', 'Udp'], ['Udp']] as const)) {
      const frontendPort = haPorts ? 0 : random.pick([80, 443, 53])
      const backendPort = haPorts || random.chance(0.8) ? frontendPort : frontendPort + 1000
      const pool = random.below(members.length)
      const fields = common()
      add(`loadBalancingRule/rule${index}-${protocol.toLowerCase()}`, {
        ...fields,
        backendAddressPool: `backendAddressPool/pool${pool}`,
        ...(random.chance(0.4) ? { probe: 'probe/hp' } : {}),
        protocol,
        frontendPort,
        backendPort,
        loadDistribution: 'Default',
      })
      const floating = fields.enableFloatingIP
      if (haPorts) {
        services.push(
          { address, protocol: 'Tcp', port: 443, floating },
          { address, protocol: 'Udp', port: 53, floating },
        )
      } else if (protocol !== 'All') services.push({ address, protocol, port: backendPort, floating })
    }
    const target = random.pick(members)
    if (!random.chance(0.2)) return
    const fields = common()
    add(`inboundNatRule/nat${index}`, {
      ...fields,
      protocol: 'Tcp',
      backendIPConfiguration: target,
      frontendPort: 2200 + index,
      backendPort: 22,
    })
    services.push({ address, protocol: 'Tcp', port: 22, floating: fields.enableFloatingIP })
  })
  return services
}

/** A load balancer before one Linux guest that is wrong in some respect now and then: the same one for the same seed. */
export function generateGuest(seed: number): TopologyDocument {
  const random = randomFrom(seed)
  const resources: Record<string, object> = {}
  const add: Add = (id, fields) => {
    resources[id] = { name: id.slice(id.indexOf('/') + 1), ...fields }
  }
  const sameSubnet = random.chance(0.3)
  const base = random.chance(0.2) ? planIPv6(sameSubnet) : planIPv4(sameSubnet)
  const isPublic = random.chance(0.4)
  const nics = random.pick([1, 1, 1, 2, 2, 3])
  const available = isPublic ? base.public : base.internal
  const frontends = available.slice(0, 1 + random.below(available.length))
  const places = frontends.map((address) => ({
    address,
    place: random.pick(base.places),
    nic: random.below(nics),
  }))
  const plan: AddressPlan = {
    ...base,
    isPublic,
    frontends,
    added: places.flatMap(({ address, place, nic }) => {
      if (place === 'nic') return [[nic, `${address}/${base.hostLength}`] as const]
      return place === 'nic-short' ? [[nic, `${address}/${base.subnetLength}`] as const] : []
    }),
  }
  add(loadBalancer, { sku: 'Standard', tier: 'Regional' })
  addNetwork(add, plan, isPublic ? !random.chance(0.05) : random.chance(0.5))
  for (const [slug, ipAddress, location] of plan.clients) add(`client/${slug}`, { ipAddress, location })
  const members = Array.from({ length: nics }, (_, index) =>
    addNic(add, random, plan, index, sameSubnet),
  ).flat()
  const services = addRules(add, random, plan, members)
  generateInside(add, random, plan, { machine, nics, services, places })
  return {
    version: 1,
    name: `Generated guest ${seed}`,
    resources: resources as TopologyDocument['resources'],
    layout: {},
  }
}
