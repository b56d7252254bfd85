import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch } from './document.ts'
import { fieldAt, fieldProblem } from './field-problems.ts'
import { resolve } from './model.ts'
import { typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

const withSecond = {
  ...twoTlsSites,
  resources: {
    ...twoTlsSites.resources,
    'subnet/snet-db': {
      name: 'snet-db',
      virtualNetwork: 'virtualNetwork/vnet-web',
      addressPrefix: '10.0.2.0/24',
    },
    'loadBalancer/lb-2': { name: 'lb-2', sku: 'Standard' },
    'probe/other': {
      name: 'other',
      loadBalancer: 'loadBalancer/lb-2',
      protocol: 'Tcp',
      port: 80,
      intervalInSeconds: 5,
    },
    'publicIPAddress/pip': {
      name: 'pip',
      ipAddress: '203.0.113.100',
      sku: 'Standard',
      publicIPAddressVersion: 'IPv4',
    },
    'publicIPAddress/pip-2': { name: 'pip-2', sku: 'Standard', publicIPAddressVersion: 'IPv4' },
    'networkSecurityGroup/nsg': {
      name: 'nsg',
      securityRules: [
        { name: 'allow-web', priority: 100, direction: 'Inbound' },
        { name: 'allow-db', priority: 110, direction: 'Inbound' },
        { name: 'out', priority: 120, direction: 'Outbound' },
      ],
    },
  },
} as typeof twoTlsSites

const model = resolve(withSecond)

const address = (id: string) => [id, 'privateIPAddress'] as const
const web1 = address('ipConfiguration/web1-ipconfig1')
const siteA = address('frontendIPConfiguration/site-a')
const keepsFor =
  'Azure keeps the first four addresses and the last one of snet-web (10.0.0.0 to 10.0.0.255) for itself.'

describe('fieldProblem', () => {
  it.each([
    [
      ...web1,
      '10.0.0.300',
      '“10.0.0.300” is not an IPv4 address. It has four numbers from 0 to 255, such as 10.0.0.4.',
    ],
    [...web1, 'web', '“web” is not an IP address. Write it like 10.0.0.4 or 2001:db8::4.'],
    [...web1, '10.0.0.4/24', '“10.0.0.4/24” is a prefix. Leave out the part after the slash.'],
    [...web1, '10.0.1.5', '10.0.1.5 is not in snet-web (10.0.0.0/24).'],
    [...web1, '10.0.0.3', keepsFor],
    [...web1, '10.0.0.255', keepsFor],
    [...web1, '10.0.0.5', '10.0.0.5 is already the address of web2. Choose a free one.'],
    [...web1, 'fd00::4', 'The IP version here is IPv4, and fd00::4 is an IPv6 address.'],
    [...siteA, '10.0.0.101', '10.0.0.101 is already the address of site-b. Choose a free one.'],
    ['client/app-tier', 'ipAddress', '', 'IP address is needed.'],
    [
      'client/app-tier',
      'ipAddress',
      '10.0.0.4',
      '10.0.0.4 is already the address of web1. Choose a free one.',
    ],
    [
      'publicIPAddress/pip-2',
      'ipAddress',
      '203.0.113.100',
      '203.0.113.100 is already the address of pip. Every public IP address has its own.',
    ],
    [
      'publicIPAddress/pip',
      'ipAddress',
      '2001:db8::1',
      'This public IP address has the version IPv4, and 2001:db8::1 is an IPv6 address.',
    ],
    [
      'loopbackInterface/web1-site-a',
      'addresses.0',
      '127.0.0.2/32',
      'Every guest has the addresses 127.0.0.0/8 and ::1 anyway. List only what was added, such as the address of a frontend.',
    ],
    [
      'loopbackInterface/web1-site-a',
      'addresses.0',
      '10.0.0.101/32',
      'Loopback site-b of web1 holds 10.0.0.101 already.',
    ],
    [
      'loopbackInterface/web1-site-a',
      'addresses.0',
      '10.0.0.4/32',
      '10.0.0.4 is the address of web1-nic already. It need not be listed.',
    ],
    [
      'loopbackInterface/web1-site-a',
      'addresses.0',
      '10.0.0.100',
      '“10.0.0.100” lacks its length. Write it like 10.0.0.100/32.',
    ],
    [
      'loopbackInterface/web1-site-a',
      'addresses.0',
      '10.0.0.100/33',
      'The length after the slash is a whole number from 0 to 32.',
    ],
    ['loopbackInterface/web1-site-a', 'addresses', [], 'Addresses needs at least one entry.'],
    [
      'listener/web2-iis',
      'address',
      '10.0.0.101',
      'web2 does not have the address 10.0.0.101, so nothing can listen there. Use 0.0.0.0, or add the address to a loopback adapter.',
    ],
    ['listener/web2-iis', 'port', 0, 'Port is a whole number from 1 to 65535.'],
    ['listener/web2-iis', 'port', 443.5, 'Port is a whole number from 1 to 65535.'],
    ['listener/web2-iis', 'enabled', 'yes', 'Running is either on or off.'],
    ['loadBalancingRule/https-a', 'frontendPort', 65_535, 'Frontend port is a whole number from 0 to 65534.'],
    ['loadBalancingRule/https-a', 'protocol', 'Sctp', 'Protocol is Tcp, Udp or All, not “Sctp”.'],
    [
      'loadBalancingRule/https-a',
      'probe',
      'probe/none',
      'The diagram has no health probe “probe/none”. Choose one that exists.',
    ],
    [
      'loadBalancingRule/https-a',
      'probe',
      'subnet/snet-web',
      'snet-web is a subnet, but a health probe belongs here.',
    ],
    ['loadBalancingRule/https-a', 'probe', 'probe/other', 'other belongs to lb-2. Choose one of lb-web.'],
    [
      'backendAddressPool/web-pool',
      'backendIPConfigurations.0',
      'subnet/snet-web',
      'snet-web is a subnet, but an IP configuration belongs here.',
    ],
    ['subnet/snet-db', 'addressPrefix', '10.0.0.128/25', '10.0.0.128/25 overlaps snet-web (10.0.0.0/24).'],
    ['subnet/snet-db', 'addressPrefix', '10.1.0.0/24', '10.1.0.0/24 is not in vnet-web (10.0.0.0/16).'],
    [
      'subnet/snet-db',
      'addressPrefix',
      '10.0.2.5/24',
      '“10.0.2.5/24” does not begin at a boundary of /24. Use the first address of the range.',
    ],
    [
      'subnet/snet-db',
      'addressPrefix',
      '10.0.2.0/30',
      'The smallest subnet in Azure is a /29: five of its addresses are not usable.',
    ],
    [
      'virtualNetwork/vnet-web',
      'addressPrefixes.0',
      '10.0.0.0/7',
      'An address space in Azure has a length from /8 to /29.',
    ],
    [
      'virtualNetwork/vnet-web',
      'addressPrefixes.1',
      '10.0.0.0/24',
      '10.0.0.0/24 overlaps 10.0.0.0/16 of the same virtual network.',
    ],
    ['subnet/snet-db', 'name', '', 'A name is needed.'],
    [
      'subnet/snet-db',
      'name',
      'SNET-WEB',
      'Another subnet is called snet-web already. Choose a different name.',
    ],
    ['subnet/snet-db', 'name', 'x'.repeat(81), 'A name has 80 characters at most. This one has 81.'],
    [
      'subnet/snet-db',
      'name',
      'my subnet',
      'Azure allows letters, digits, dots, hyphens and underscores in a name. It begins with a letter or digit and ends with one or an underscore.',
    ],
    [
      'networkSecurityGroup/nsg',
      'securityRules.1.priority',
      100,
      'allow-web has the priority 100 already. Every inbound rule needs its own.',
    ],
    [
      'networkSecurityGroup/nsg',
      'securityRules.1.priority',
      99,
      'Priority is a whole number from 100 to 4096.',
    ],
    [
      'networkSecurityGroup/nsg',
      'securityRules.1.destinationPortRanges.0',
      '90-80',
      '“90-80” runs backwards. Write the smaller port first.',
    ],
    [
      'networkSecurityGroup/nsg',
      'securityRules.1.destinationPortRanges.0',
      '80,443',
      '“80,443” is not a port range. Write a port from 0 to 65535, a range such as 80-90, or * for all.',
    ],
    [
      'networkSecurityGroup/nsg',
      'securityRules.1.sourceAddressPrefixes.0',
      '10.0.0',
      '“10.0.0” is no address, prefix or service tag. Write it like 10.0.0.0/24, 10.0.0.4, * or VirtualNetwork.',
    ],
  ])('%s %s = %j', (id, path, value, problem) => {
    expect(fieldProblem(model, id, path, value)).toBe(problem)
  })

  it.each([
    [...web1, '10.0.0.4'],
    [...web1, '10.0.0.6'],
    [...web1, undefined],
    ['listener/web1-iis', 'address', '10.0.0.100'],
    ['listener/web1-iis', 'address', '127.0.0.1'],
    ['listener/web1-iis', 'port', '8443'],
    ['listener/web1-iis', 'name', 'IIS and friends'],
    ['listener/web2-iis', 'name', 'IIS'],
    ['loopbackInterface/web2-site-a', 'addresses.1', '10.0.0.101/32'],
    ['subnet/snet-db', 'addressPrefix', '10.0.1.0/24'],
    ['networkSecurityGroup/nsg', 'securityRules.2.priority', 100],
    [
      'networkSecurityGroup/nsg',
      'securityRules.0.sourceAddressPrefixes',
      ['Storage.WestEurope', '*', '10.0.0.0/8'],
    ],
    ['networkSecurityGroup/nsg', 'securityRules.0.destinationPortRanges', ['80-90', '*', '443']],
    ['virtualMachine/web1', 'guest.firewall.inboundAllow.0.port', '*'],
    ['virtualMachine/web1', 'guest.connections.0.to', 'frontendIPConfiguration/site-a'],
    ['virtualMachine/web1', 'no.such.field', 1],
    ['nothing', 'name', ''],
  ])('lets %s %s = %j stand', (id, path, value) => {
    expect(fieldProblem(model, id, path, value)).toBeUndefined()
  })

  it('has nothing to say about the fields of the first example', () => {
    const first = resolve(twoTlsSites)
    for (const [id, fields] of Object.entries(twoTlsSites.resources)) {
      for (const [path, value] of Object.entries(fields)) {
        expect(fieldProblem(first, id, path, value), `${id} ${path}`).toBeUndefined()
      }
    }
  })

  it('never throws and always gives whole sentences, whatever stands in a field', () => {
    const ids = Object.keys(withSecond.resources)
    const places = ids.flatMap((id) => {
      const type = typeOfId(id)
      return type ? Object.keys(resourceDefinitions[type].fields).map((path) => [id, path] as const) : []
    })
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), ([id, path], value) => {
        const changed = resolve(patch(withSecond, id as 'client/x', { [path]: value } as object))
        for (const place of [path, `${path}.0`, `${path}.0.name`]) {
          expect(fieldProblem(changed, id, place, value) ?? 'Fine.').toMatch(/^.+\.$/s)
        }
      }),
      { seed: 11, numRuns: 1_500 },
    )
  })
})

describe('fieldAt', () => {
  it.each([
    ['networkSecurityGroup', 'securityRules.3.destinationPortRanges.0', 'Ports'],
    ['virtualMachine', 'guest.firewall.inboundAllow.0.localAddress', 'Local address'],
    ['virtualMachine', 'guest.firewall.inboundAllow.x.port', undefined],
    ['virtualMachine', 'guest.__proto__', undefined],
    ['probe', 'toString', undefined],
  ] as const)('%s %s', (type, path, label) => {
    expect(fieldAt(type, path)?.label).toBe(label)
  })
})
