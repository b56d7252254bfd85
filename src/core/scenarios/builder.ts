import type { ResourceFields, Resources, TopologyDocument } from '../topology/document.ts'
import type { ResourceId } from '../topology/resource-type.ts'

type Guest = NonNullable<ResourceFields<'virtualMachine'>['guest']>
type SecurityRule = NonNullable<ResourceFields<'networkSecurityGroup'>['securityRules']>[number]

/** A document made of parts, without positions: it is laid out when it is opened. */
export function documentOf(name: string, ...parts: readonly Resources[]): TopologyDocument {
  return { version: 1, name, resources: Object.assign({}, ...parts), layout: {} }
}

/** A virtual network with one subnet, `vnet` and `snet`. */
export function network(
  subnet: Partial<ResourceFields<'subnet'>> = {},
  network: Partial<ResourceFields<'virtualNetwork'>> = {},
): Resources {
  return {
    'virtualNetwork/vnet': { name: 'vnet', addressPrefixes: ['10.0.0.0/16'], ...network },
    'subnet/snet': {
      name: 'snet',
      virtualNetwork: 'virtualNetwork/vnet',
      addressPrefix: '10.0.0.0/24',
      ...subnet,
    },
  }
}

/** An inbound allow rule; whatever is not given is any. */
export function securityRule(name: string, priority: number, fields: SecurityRule = {}): SecurityRule {
  return {
    name,
    priority,
    direction: 'Inbound',
    access: 'Allow',
    protocol: '*',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['*'],
    destinationPortRanges: ['*'],
    ...fields,
  }
}

/** The network security group `nsg`, which a subnet or NIC still has to name. */
export function securityGroup(...securityRules: readonly SecurityRule[]): Resources {
  return { 'networkSecurityGroup/nsg': { name: 'nsg', securityRules } }
}

interface Nic {
  /** Slug and name in the guest; the first one is `eth0` or `Ethernet`. */
  readonly name?: string
  readonly address?: string
  /** Slug of the subnet, `snet` unless given. */
  readonly subnet?: string
  readonly fields?: Partial<ResourceFields<'networkInterface'>>
  readonly guest?: NonNullable<ResourceFields<'networkInterface'>['guest']>
  /** More IP configurations, by address; none of them primary. */
  readonly secondary?: readonly string[]
}

interface Machine {
  /** Without it nothing is said about the guest. */
  readonly guest?: Guest
  /** What is on the loopback adapter. */
  readonly loopback?: readonly string[]
  readonly loopbackFields?: Partial<ResourceFields<'loopbackInterface'>>
  /** `80`, `udp 53`, `10.0.0.100:443`: protocol Tcp and any address unless given. */
  readonly listeners?: readonly string[]
}

function nicParts(machine: string, { name = 'nic', address, subnet = 'snet', ...rest }: Nic): Resources {
  const slug = `${machine}-${name}`
  const configuration = (index: number, privateIPAddress: string | undefined) => ({
    [`ipConfiguration/${slug}-ipconfig${index}`]: {
      name: `ipconfig${index}`,
      networkInterface: `networkInterface/${slug}` as const,
      subnet: `subnet/${subnet}` as const,
      ...(privateIPAddress === undefined ? {} : { privateIPAddress }),
      privateIPAddressVersion: privateIPAddress?.includes(':') ? ('IPv6' as const) : ('IPv4' as const),
      primary: index === 1,
    },
  })
  return Object.assign(
    {
      [`networkInterface/${slug}`]: {
        name: slug,
        virtualMachine: `virtualMachine/${machine}` as const,
        enableIPForwarding: false,
        ...(rest.guest ? { guest: rest.guest } : {}),
        ...rest.fields,
      },
    },
    configuration(1, address),
    ...(rest.secondary ?? []).map((one, index) => configuration(index + 2, one)),
  )
}

function listenerFields(text: string): Pick<ResourceFields<'listener'>, 'protocol' | 'address' | 'port'> {
  const isUdp = text.startsWith('udp ')
  const where = isUdp ? text.slice(4) : text
  const colon = where.lastIndexOf(':')
  return {
    protocol: isUdp ? 'Udp' : 'Tcp',
    address: colon < 0 ? '0.0.0.0' : where.slice(0, colon),
    port: Number(where.slice(colon + 1)),
  }
}

/** A VM with its NICs, loopback adapter and listeners. */
export function machine(slug: string, nics: Nic | readonly Nic[], fields: Machine): Resources {
  const isWindows = fields.guest?.os === 'windows'
  const all: readonly Nic[] = Array.isArray(nics) ? nics : [nics as Nic]
  const parts: Resources[] = all.map((nic, index) => {
    const name = `${isWindows ? 'Ethernet' : 'eth'}${isWindows && index === 0 ? '' : index}`
    return nicParts(slug, fields.guest ? { ...nic, guest: { name, addresses: [], ...nic.guest } } : nic)
  })
  const of = `virtualMachine/${slug}` as const
  const loopback = fields.loopback && {
    [`loopbackInterface/${slug}-lo`]: {
      name: isWindows ? 'Loopback' : 'lo',
      virtualMachine: of,
      addresses: fields.loopback,
      ...(isWindows ? { weakHostReceive: true, weakHostSend: true } : {}),
      ...fields.loopbackFields,
    },
  }
  const listeners = (fields.listeners ?? []).map((text, index) => ({
    [`listener/${slug}-${index + 1}`]: {
      name: `service-${listenerFields(text).port}`,
      virtualMachine: of,
      ...listenerFields(text),
    },
  }))
  const guest = fields.guest ? { guest: fields.guest } : {}
  return Object.assign({ [of]: { name: slug, ...guest } }, ...parts, loopback, ...listeners)
}

/** The load balancer `lb`. */
export function loadBalancer(fields: Partial<ResourceFields<'loadBalancer'>> = {}): Resources {
  return { 'loadBalancer/lb': { name: 'lb', sku: 'Standard', ...fields } }
}

/** An internal frontend in `snet`. */
export function internalFrontend(
  slug: string,
  privateIPAddress: string,
  fields: Partial<ResourceFields<'frontendIPConfiguration'>> = {},
): Resources {
  return {
    [`frontendIPConfiguration/${slug}`]: {
      name: slug,
      loadBalancer: 'loadBalancer/lb',
      subnet: 'subnet/snet',
      privateIPAddress,
      privateIPAddressVersion: privateIPAddress.includes(':') ? 'IPv6' : 'IPv4',
      ...fields,
    },
  }
}

/** A public frontend with its public IP address. */
export function publicFrontend(slug: string, ipAddress: string): Resources {
  return {
    [`publicIPAddress/${slug}`]: {
      name: `pip-${slug}`,
      ipAddress,
      sku: 'Standard',
      publicIPAddressVersion: ipAddress.includes(':') ? 'IPv6' : 'IPv4',
    },
    [`frontendIPConfiguration/${slug}`]: {
      name: slug,
      loadBalancer: 'loadBalancer/lb',
      publicIPAddress: `publicIPAddress/${slug}`,
    },
  }
}

/** The backend pool `pool`. A member is the slug of its IP configuration, or of a VM for that one’s first. */
export function pool(...members: readonly string[]): Resources {
  const idOf = (member: string): ResourceId<'ipConfiguration'> =>
    `ipConfiguration/${member.includes('-ipconfig') ? member : `${member}-nic-ipconfig1`}`
  return {
    'backendAddressPool/pool': {
      name: 'pool',
      loadBalancer: 'loadBalancer/lb',
      backendIPConfigurations: members.map(idOf),
    },
  }
}

/** A TCP probe, or an HTTP one where fields say so. */
export function probe(slug: string, port: number, fields: Partial<ResourceFields<'probe'>> = {}): Resources {
  return {
    [`probe/${slug}`]: {
      name: slug,
      loadBalancer: 'loadBalancer/lb',
      protocol: 'Tcp',
      port,
      intervalInSeconds: 5,
      ...fields,
    },
  }
}

/** A floating load-balancing rule for one port from a frontend, by its slug, to `pool`. */
export function balance(
  slug: string,
  frontend: string,
  port: number,
  fields: Partial<ResourceFields<'loadBalancingRule'>> = {},
): Resources {
  return {
    [`loadBalancingRule/${slug}`]: {
      name: slug,
      loadBalancer: 'loadBalancer/lb',
      frontendIPConfiguration: `frontendIPConfiguration/${frontend}`,
      backendAddressPool: 'backendAddressPool/pool',
      protocol: 'Tcp',
      frontendPort: port,
      backendPort: port,
      enableFloatingIP: true,
      loadDistribution: 'Default',
      disableOutboundSnat: true,
      ...fields,
    },
  }
}
