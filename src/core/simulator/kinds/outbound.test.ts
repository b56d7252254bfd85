import { describe, expect, it } from 'vitest'
import {
  balance,
  network,
  pool,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import { outbound } from '../../scenarios/expectation.ts'
import type { Resources } from '../../topology/document.ts'
import { simulate } from '../simulate.ts'
import { itEnds, linux, onlyMachine, row, working } from '../test-outcome.ts'
import type { Flow } from '../trace.ts'

const call = outbound('m1', '198.51.100.7:443')
const own = '10.0.0.4:* > 198.51.100.7:443'
const from = (address: string) => `${address}:* > 198.51.100.7:443`
const arrived = ['delivered server ok']
const address = (slug: string, ipAddress: string): Resources => ({
  [`publicIPAddress/${slug}`]: { name: slug, ipAddress, sku: 'Standard', publicIPAddressVersion: 'IPv4' },
})
const gateway: readonly Resources[] = [
  network({ natGateway: 'natGateway/ng' }),
  { 'natGateway/ng': { name: 'ng', publicIPAddresses: ['publicIPAddress/ng'] } },
  address('ng', '65.52.1.1'),
]
const instance: readonly Resources[] = [
  {
    'ipConfiguration/m1-nic-ipconfig1': {
      name: 'ipconfig1',
      networkInterface: 'networkInterface/m1-nic',
      subnet: 'subnet/snet',
      privateIPAddress: '10.0.0.4',
      privateIPAddressVersion: 'IPv4',
      primary: true,
      publicIPAddress: 'publicIPAddress/own',
    },
  },
  address('own', '65.52.2.2'),
]
const outboundRule: readonly Resources[] = [
  publicFrontend('out', '65.52.3.3'),
  {
    'outboundRule/out': {
      name: 'out',
      frontendIPConfigurations: ['frontendIPConfiguration/out'],
      backendAddressPool: 'backendAddressPool/pool',
      protocol: 'Tcp',
    },
  },
]
const publicRule: readonly Resources[] = [
  publicFrontend('web', '65.52.4.4'),
  balance('web', 'web', 443, { disableOutboundSnat: false }),
]
const subnetSays = network({ defaultOutboundAccess: true })

const added = { guest: { name: 'eth0', addresses: ['192.168.7.5/24'] } }
const everything = { from: '*', networkInterface: 'networkInterface/m1-nic' }
const near = outbound('m1', '192.168.7.9:443')

describe('an outgoing connection', () =>
  itEnds([
    row(
      'to a prefix that an added address brought along has that address as its source',
      [onlyMachine({ fields: added }, { guest: linux })],
      near,
      ['dropped host-egress outbound-vip-source'],
      '192.168.7.5:* > 192.168.7.9:443',
    ),
    row(
      'by a policy route for everything has the first address',
      [onlyMachine({ fields: added }, { guest: { ...linux, policyRoutes: [everything] } })],
      near,
      arrived,
      '10.0.0.4:* > 192.168.7.9:443',
    ),
    row(
      'has no way out behind an internal load balancer',
      [],
      call,
      ['dropped host-egress no-outbound-method'],
      own,
    ),
    row('by default outbound access', [subnetSays], call, arrived, own, 'subnet/snet:* > 198.51.100.7:443'),
    row('by a public rule', [...publicRule, subnetSays], call, arrived, own, from('65.52.4.4')),
    row(
      'not by a public rule that says no',
      [...publicRule, balance('web', 'web', 443)],
      call,
      ['dropped host-egress no-outbound-method'],
      own,
    ),
    row('by an outbound rule', [...publicRule, ...outboundRule], call, arrived, own, from('65.52.3.3')),
    row(
      'not by an outbound rule for the other protocol',
      outboundRule,
      { ...call, protocol: 'Udp' } as Flow,
      ['dropped host-egress no-outbound-method'],
      own,
    ),
    row(
      'by its own public address',
      [...publicRule, ...outboundRule, ...instance],
      call,
      arrived,
      own,
      from('65.52.2.2'),
    ),
    row(
      'by a NAT gateway',
      [...publicRule, ...outboundRule, ...instance, ...gateway],
      call,
      arrived,
      own,
      from('65.52.1.1'),
    ),
    ...(
      [
        ['a public rule', publicRule],
        ['an outbound rule', outboundRule],
        ['default outbound access', [subnetSays]],
      ] as const
    ).map(([method, parts]) =>
      row(
        `from a secondary IP configuration not by ${method}`,
        [
          ...parts,
          pool('m1', 'm1-nic-ipconfig2'),
          onlyMachine({ secondary: ['10.0.0.14'] }, { guest: { os: 'linux' } }),
        ],
        outbound('m1', '198.51.100.7:443', '10.0.0.14'),
        ['dropped host-egress no-outbound-method'],
        '10.0.0.14:* > 198.51.100.7:443',
      ),
    ),
    row(
      'from a secondary IP configuration by a NAT gateway',
      [...gateway, onlyMachine({ secondary: ['10.0.0.14'] }, { guest: { os: 'linux' } })],
      outbound('m1', '198.51.100.7:443', '10.0.0.14'),
      arrived,
      '10.0.0.14:* > 198.51.100.7:443',
      from('65.52.1.1'),
    ),
    row('to a private address', [], outbound('m1', '10.9.9.9:443'), arrived, '10.0.0.4:* > 10.9.9.9:443'),
    row(
      'bound to a frontend address',
      [...gateway],
      outbound('m1', '198.51.100.7:443', '10.0.0.100'),
      ['dropped host-egress outbound-vip-source'],
      from('10.0.0.100'),
    ),
    row(
      'bound to its own address',
      [...gateway],
      outbound('m1', '198.51.100.7:443', '10.0.0.4'),
      arrived,
      own,
      from('65.52.1.1'),
    ),
    row(
      'that a group denies',
      [
        network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
        securityGroup(securityRule('Stay', 100, { direction: 'Outbound', access: 'Deny' })),
      ],
      outbound('m1', '198.51.100.7:443', '10.0.0.100'),
      ['dropped nsg nsg-deny Stay'],
      from('10.0.0.100'),
    ),
  ]))

it.each([
  ['no VM', { ...call, from: '10.0.0.4' }],
  ['no destination', { ...call, to: 'server' }],
  ['no source', { ...call, bind: 'lo' }],
  ['another family', { ...call, to: '2001:db8::1' }],
  ['a source of another family', { ...call, bind: 'fd00::4' }],
  ['nothing', { kind: 'outbound', from: 'virtualMachine/m1' }],
])('cannot read a connection with %s', (_title, flow) => {
  const { traces, problem } = simulate(working(), flow as Flow)
  expect(traces).toEqual([])
  expect(problem).toMatch(/^\S.*\.$/)
})
