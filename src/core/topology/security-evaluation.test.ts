import { describe, expect, it } from 'vitest'
import { emptyDocument, type ResourceFields } from './document.ts'
import { resolve } from './model.ts'
import type { ResourceType } from './resource-type.ts'
import { evaluateSecurity, type SecurityPacket } from './security-evaluation.ts'

type SecurityRule = NonNullable<ResourceFields<'networkSecurityGroup'>['securityRules']>[number]

const securityRule = (name: string, fields: SecurityRule): SecurityRule => ({
  name,
  priority: 200,
  direction: 'Inbound',
  access: 'Allow',
  protocol: '*',
  sourceAddressPrefixes: ['*'],
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
  ...fields,
})

const packet: SecurityPacket = {
  direction: 'Inbound',
  protocol: 'Tcp',
  sourceAddress: '203.0.113.10',
  sourcePort: null,
  destinationAddress: '10.0.0.4',
  destinationPort: 443,
}

interface Groups {
  readonly subnet?: readonly SecurityRule[]
  readonly nic?: readonly SecurityRule[]
  readonly more?: object
}

function evaluate({ subnet, nic, more }: Groups, changes: Partial<SecurityPacket> = {}) {
  const group = (id: string, rules: readonly SecurityRule[] | undefined) =>
    rules ? { [id]: { name: id, securityRules: rules } } : {}
  const resources = {
    'virtualNetwork/vnet': {
      name: 'vnet',
      addressPrefixes: ['10.0.0.0/16'],
      peerings: ['virtualNetwork/peer'],
    },
    'virtualNetwork/peer': {
      name: 'peer',
      addressPrefixes: ['10.9.0.0/16'],
      peerings: ['virtualNetwork/vnet'],
    },
    'virtualNetwork/half': {
      name: 'half',
      addressPrefixes: ['10.8.0.0/16'],
      peerings: ['virtualNetwork/vnet'],
    },
    'subnet/snet': {
      name: 'snet',
      virtualNetwork: 'virtualNetwork/vnet',
      addressPrefix: '10.0.0.0/24',
      networkSecurityGroup: 'networkSecurityGroup/subnet',
    },
    'networkInterface/nic': { name: 'nic', networkSecurityGroup: 'networkSecurityGroup/nic' },
    'frontendIPConfiguration/dynamic': { name: 'dynamic', subnet: 'subnet/snet' },
    ...group('networkSecurityGroup/subnet', subnet),
    ...group('networkSecurityGroup/nic', nic),
    ...more,
  } as unknown as Record<string, ResourceFields<ResourceType>>
  const model = resolve({ ...emptyDocument(), resources })
  const place = {
    subnet: model.find('subnet', 'subnet/snet'),
    networkInterface: model.find('networkInterface', 'networkInterface/nic'),
  }
  return evaluateSecurity(model, place, { ...packet, ...changes })
}

const allow = (name: string, fields: SecurityRule = {}) => securityRule(name, fields)
const deny = (name: string, fields: SecurityRule = {}) => securityRule(name, { access: 'Deny', ...fields })

describe('default rules', () => {
  it.each([
    ['from the internet', {}, false, 'DenyAllInBound'],
    ['from the own network', { sourceAddress: '10.0.7.7' }, true, 'AllowVnetInBound'],
    ['from a peer', { sourceAddress: '10.9.0.1' }, true, 'AllowVnetInBound'],
    ['from a peer of one side only', { sourceAddress: '10.8.0.1' }, false, 'DenyAllInBound'],
    [
      'from the own network to a public address',
      { sourceAddress: '10.0.7.7', destinationAddress: '192.0.2.1' },
      false,
      'DenyAllInBound',
    ],
    ['from the platform', { sourceAddress: '168.63.129.16' }, true, 'AllowVnetInBound'],
    [
      'from the platform to a public address',
      { sourceAddress: '168.63.129.16', destinationAddress: '192.0.2.1' },
      true,
      'AllowAzureLoadBalancerInBound',
    ],
    [
      'from the IPv6 probe source',
      { sourceAddress: 'fe80::1234:5678:9abc', destinationAddress: 'fd00::4' },
      false,
      'DenyAllInBound',
    ],
    [
      'to a frontend whose address is not known',
      { sourceAddress: '10.0.7.7', destinationAddress: 'frontendIPConfiguration/dynamic' },
      true,
      'AllowVnetInBound',
    ],
    [
      'out to the internet',
      { direction: 'Outbound', sourceAddress: '10.0.0.4', destinationAddress: '198.51.100.7' },
      true,
      'AllowInternetOutBound',
    ],
    [
      'out to the own network',
      { direction: 'Outbound', sourceAddress: '10.0.0.4', destinationAddress: '10.0.0.5' },
      true,
      'AllowVnetOutBound',
    ],
  ] as const)('%s', (_title, changes, allowed, name) => {
    expect(evaluate({ subnet: [] }, changes)).toEqual({
      allowed,
      securityRule: name,
      networkSecurityGroup: 'networkSecurityGroup/subnet',
      groups: ['networkSecurityGroup/subnet'],
    })
  })
})

describe('an address that is not known yet', () => {
  const published = 'frontendIPConfiguration/published'
  const more = {
    [published]: { name: 'published', publicIPAddress: 'publicIPAddress/published' },
    'publicIPAddress/published': { name: 'published', publicIPAddressVersion: 'IPv4' },
  }
  const inside = 'frontendIPConfiguration/dynamic'
  it.each([
    ['of the internet', published, '65.52.0.1/32', true],
    ['of the internet, and not of the virtual network', published, '10.0.0.4/32', false],
    ['of the internet, and not of the other version', published, '2603:1030::9', false],
    ['of a subnet', inside, '10.0.0.7', true],
    ['of a subnet, and not of another one', inside, '10.0.1.7', false],
  ])('may be one that is allowed: %s', (_title, destinationAddress, prefix, allowed) => {
    const subnet = [allow('r', { destinationAddressPrefixes: [prefix] })]
    expect(evaluate({ subnet, more }, { destinationAddress }).allowed).toBe(allowed)
  })

  it('is not taken for one that is denied', () => {
    const subnet = [
      deny('one', { priority: 100, destinationAddressPrefixes: ['65.52.0.1'] }),
      allow('all', { priority: 200 }),
    ]
    expect(evaluate({ subnet, more }, { destinationAddress: published }).allowed).toBe(true)
  })
})

describe('matching', () => {
  it.each([
    ['an address', allow('r', { destinationAddressPrefixes: ['10.0.0.4'] }), {}, true],
    ['another address', allow('r', { destinationAddressPrefixes: ['10.0.0.5'] }), {}, false],
    ['a prefix', allow('r', { sourceAddressPrefixes: ['10.1.0.0/16', '203.0.113.0/24'] }), {}, true],
    ['a prefix of the other family', allow('r', { sourceAddressPrefixes: ['::/0'] }), {}, false],
    ['Internet', allow('r', { sourceAddressPrefixes: ['internet'] }), {}, true],
    [
      'Internet for a private source',
      deny('r', { sourceAddressPrefixes: ['Internet'] }),
      { sourceAddress: '10.0.7.7' },
      true,
    ],
    ['VirtualNetwork', allow('r', { destinationAddressPrefixes: ['VIRTUALNETWORK'] }), {}, true],
    ['a tag that is not modelled', allow('r', { sourceAddressPrefixes: ['Storage'] }), {}, false],
    [
      'AzureLoadBalancer for a client',
      allow('r', { sourceAddressPrefixes: ['AzureLoadBalancer'] }),
      {},
      false,
    ],
    ['the protocol, whatever its case', allow('r', { protocol: 'TCP' as 'Tcp' }), {}, true],
    ['another protocol', allow('r', { protocol: 'Udp' }), {}, false],
    ['a port', allow('r', { destinationPortRanges: ['80', '443'] }), {}, true],
    ['a port range', allow('r', { destinationPortRanges: ['400-450'] }), {}, true],
    ['a port range beside it', allow('r', { destinationPortRanges: ['444-450'] }), {}, false],
    ['text that is no port', allow('r', { destinationPortRanges: ['', '-', 'https'] }), {}, false],
    ['every ephemeral source port', allow('r', { sourcePortRanges: ['1024-65535'] }), {}, true],
    ['those of Linux', allow('r', { sourcePortRanges: ['32768-60999'] }), {}, true],
    ['those of Windows', allow('r', { sourcePortRanges: ['80', '49152-65535'] }), {}, true],
    ['a source port no caller takes', allow('r', { sourcePortRanges: ['80'] }), {}, false],
    ['a few ephemeral source ports', allow('r', { sourcePortRanges: ['50000-50100'] }), {}, false],
    ['a source port without its end', allow('r', { sourcePortRanges: ['49152-'] }), {}, false],
    ['a given source port', allow('r', { sourcePortRanges: ['1024-2048'] }), { sourcePort: 80 }, false],
    ['the other direction', allow('r', { direction: 'Outbound' }), {}, false],
    ['empty lists', allow('r', { sourceAddressPrefixes: [] }), {}, false],
  ] as const)('%s', (_title, one, changes, allowed) => {
    expect(evaluate({ nic: [one] }, changes).allowed).toBe(allowed)
  })

  it('reads lower priorities first, and of two equal ones the first', () => {
    const rules = [deny('late', { priority: 300 }), allow('first'), deny('second')]
    expect(evaluate({ nic: rules })).toMatchObject({ allowed: true, securityRule: 'first' })
  })

  it('counts drawn clients and routed prefixes as VirtualNetwork', () => {
    const onPremises = { 'client/c': { name: 'c', ipAddress: '203.0.113.10', location: 'onPremises' } }
    expect(evaluate({ nic: [], more: onPremises }).securityRule).toBe('AllowVnetInBound')
    const routed = {
      'subnet/snet': { name: 's', virtualNetwork: 'virtualNetwork/vnet', routeTable: 'routeTable/rt' },
      'routeTable/rt': { name: 'rt', routes: [{ name: 'all', addressPrefix: '0.0.0.0/0' }] },
    }
    expect(evaluate({ nic: [], more: routed }).securityRule).toBe('AllowVnetInBound')
  })
})

describe('two groups', () => {
  it.each([
    ['inbound, the subnet denies', { subnet: [deny('s')], nic: [deny('n')] }, 'Inbound', 's', ['subnet']],
    [
      'inbound, the NIC denies',
      { subnet: [allow('s')], nic: [deny('n')] },
      'Inbound',
      'n',
      ['subnet', 'nic'],
    ],
    [
      'outbound, the NIC is asked first',
      {
        subnet: [deny('s', { direction: 'Outbound' })],
        nic: [deny('n', { direction: 'Outbound' })],
      },
      'Outbound',
      'n',
      ['nic'],
    ],
  ] as const)('%s', (_title, groups, direction, name, asked) => {
    expect(evaluate(groups, { direction })).toEqual({
      allowed: false,
      securityRule: name,
      networkSecurityGroup: `networkSecurityGroup/${asked.at(-1)}`,
      groups: asked.map((one) => `networkSecurityGroup/${one}`),
    })
  })

  it('lets both allow', () => {
    expect(evaluate({ subnet: [allow('s')], nic: [allow('n')] })).toMatchObject({
      allowed: true,
      securityRule: 'n',
      groups: ['networkSecurityGroup/subnet', 'networkSecurityGroup/nic'],
    })
  })

  it('leaves a place without groups to the caller', () => {
    expect(evaluate({})).toEqual({ allowed: true, securityRule: null, groups: [] })
  })
})

describe('a virtual network of which only the name was imported', () => {
  const more = { 'virtualNetwork/vnet': { name: 'vnet', unresolved: { addressPrefixes: 'vnet' } } }
  const internet = deny('no-internet', { sourceAddressPrefixes: ['Internet'] })

  it.each([
    ['may hold a private address', '10.0.7.7', 'AllowVnetInBound'],
    ['may not hold a public one', '203.0.113.10', 'DenyAllInBound'],
  ])('%s', (_, sourceAddress, decidedBy) => {
    expect(evaluate({ nic: [], more }, { sourceAddress }).securityRule).toBe(decidedBy)
  })

  it('is not taken for the internet by a rule that denies', () => {
    expect(evaluate({ nic: [internet], more }, { sourceAddress: '10.0.7.7' }).allowed).toBe(true)
    expect(evaluate({ nic: [internet], more }).securityRule).toBe('no-internet')
  })
})
