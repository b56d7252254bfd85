import { describe, expect, it } from 'vitest'
import { balance, loadBalancer, pool, publicFrontend } from '../../scenarios/builder.ts'
import { inbound } from '../../scenarios/expectation.ts'
import { simulate } from '../simulate.ts'
import {
  back,
  type Case,
  call,
  itEnds,
  linux,
  off,
  ok,
  onlyMachine,
  row,
  there,
  windows,
  working,
} from '../test-outcome.ts'
import type { Flow } from '../trace.ts'

const forward = (toAddress: string, address = '10.0.0.100') => ({
  os: 'linux' as const,
  portForwards: [{ name: 'web', protocol: 'Tcp' as const, address, port: 80, toAddress, toPort: 8080 }],
})

const own = {
  protocol: 'Tcp',
  port: 80,
  localAddress: '10.0.0.100',
  remoteAddresses: ['10.0.1.0/24'],
  networkInterface: 'networkInterface/m1-nic',
} as const

/** The VM of `working` with a firewall that has one entry. */
const firewall = (entry: object) => [
  onlyMachine(
    {},
    {
      guest: { ...linux, firewall: { enabled: true, inboundAllow: [entry] } },
      loopback: ['10.0.0.100/32'],
      listeners: ['80'],
    },
  ),
]

/** A public IPv6 frontend whose address a Windows VM holds on its loopback adapter. */
const overIPv6 = (nic: object, loopbackFields: object = {}) => [
  publicFrontend('app', '2001:db8::100'),
  loadBalancer({ sku: 'Basic' }),
  onlyMachine(
    { address: 'fd00::4', guest: { name: 'e', ...nic } },
    { guest: windows, loopback: ['2001:db8::100/128'], loopbackFields, listeners: [':::80'] },
  ),
]

const guests: readonly Case[] = [
  row('nothing said about the guest', [onlyMachine({}, {})], call, ['unknown guest-ip guest-unknown'], there),
  row(
    'no address',
    [onlyMachine({}, { guest: linux, listeners: ['80'] })],
    call,
    ['dropped guest-ip guest-no-address'],
    there,
  ),
  row(
    'the address on the NIC of a Windows guest',
    [
      onlyMachine(
        { guest: { name: 'Ethernet', addresses: ['10.0.0.100/32'] } },
        { guest: windows, listeners: ['80'] },
      ),
    ],
    call,
    [ok],
    there,
    back,
  ),
  row(
    'a /24 on another loopback than lo',
    [
      onlyMachine(
        {},
        { guest: linux, loopback: ['10.0.0.100/24'], loopbackFields: { name: 'dummy0' }, listeners: ['80'] },
      ),
    ],
    inbound('10.0.0.77', '10.0.0.100:80'),
    [ok],
    '10.0.0.77:* > 10.0.0.100:80',
    '10.0.0.100:80 > 10.0.0.77:*',
  ),
  row(
    ':: takes IPv4 on Linux',
    [onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: [':::80'] })],
    call,
    [ok],
    there,
    back,
  ),
  row(
    'but not on Windows',
    [
      onlyMachine(
        { guest: { name: 'e', weakHostReceive: true } },
        { guest: windows, loopback: ['10.0.0.100/32'], listeners: [':::80'] },
      ),
    ],
    call,
    ['refused socket no-listener'],
    there,
    back,
  ),
  row(
    'a listener on another address',
    [onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['10.0.0.4:80'] })],
    call,
    ['refused socket no-listener'],
    there,
    back,
  ),
  row(
    'a refusal that cannot leave',
    [
      onlyMachine(
        { guest: { name: 'e', weakHostReceive: true } },
        { guest: windows, loopback: ['10.0.0.100/32'], loopbackFields: { weakHostSend: false } },
      ),
    ],
    call,
    ['dropped guest-egress reply-strong-host-send'],
    there,
  ),
  row(
    'IPv6 has a receiving switch of its own',
    overIPv6({ weakHostReceive: true }),
    inbound('2001:db8:99::10', '[2001:db8::100]:80'),
    ['dropped guest-ip guest-strong-host-receive'],
    '[2001:db8:99::10]:* > [2001:db8::100]:80',
  ),
  row(
    'IPv6 has a sending switch of its own',
    overIPv6({ weakHostReceiveIPv6: true }, { weakHostSend: true }),
    inbound('2001:db8:99::10', '[2001:db8::100]:80'),
    ['dropped guest-egress reply-strong-host-send'],
    '[2001:db8:99::10]:* > [2001:db8::100]:80',
  ),
  row(
    'IPv6 with its own switches on',
    overIPv6({ weakHostReceiveIPv6: true }, { weakHostSendIPv6: true, weakHostSend: false }),
    inbound('2001:db8:99::10', '[2001:db8::100]:80'),
    [ok],
    '[2001:db8:99::10]:* > [2001:db8::100]:80',
    '[2001:db8::100]:80 > [2001:db8:99::10]:*',
  ),
  row('a firewall entry for the client and the NIC', firewall(own), call, [ok], there, back),
  ...(
    [
      ['protocol', { protocol: 'Udp' }],
      ['port', { port: 81 }],
      ['address', { localAddress: '10.0.0.4' }],
      ['client', { remoteAddresses: ['10.0.2.0/24'] }],
      ['NIC', { networkInterface: 'networkInterface/m1-nic2' }],
    ] as const
  ).map(([what, entry]) =>
    row(
      `a firewall entry for another ${what}`,
      firewall({ ...own, ...entry }),
      call,
      ['dropped guest-firewall guest-firewall'],
      there,
    ),
  ),
]

const forwards: readonly Case[] = [
  row(
    'to a container',
    [onlyMachine({}, { guest: { ...forward('172.17.0.2'), firewall: { enabled: true } } })],
    call,
    [ok],
    there,
    '10.0.1.5:* > 172.17.0.2:8080',
    '172.17.0.2:8080 > 10.0.1.5:*',
    back,
  ),
  row(
    'to an own address',
    [onlyMachine({}, { guest: forward('10.0.0.4'), listeners: ['8080'] })],
    call,
    [ok],
    there,
    '10.0.1.5:* > 10.0.0.4:8080',
    '10.0.0.4:8080 > 10.0.1.5:*',
    back,
  ),
  row(
    'to an own address where nothing listens',
    [onlyMachine({}, { guest: forward('10.0.0.4') })],
    call,
    ['refused socket no-listener'],
    there,
    '10.0.1.5:* > 10.0.0.4:8080',
    '10.0.0.4:8080 > 10.0.1.5:*',
    back,
  ),
  row(
    'the firewall sees the port behind it',
    [
      onlyMachine(
        {},
        {
          guest: {
            ...forward('10.0.0.4'),
            firewall: { enabled: true, inboundAllow: [{ protocol: 'Tcp', port: 80 }] },
          },
          listeners: ['8080'],
        },
      ),
    ],
    call,
    ['dropped guest-firewall guest-firewall'],
    there,
    '10.0.1.5:* > 10.0.0.4:8080',
  ),
  row(
    'of another address accepts nothing',
    [onlyMachine({}, { guest: forward('10.0.0.4', '10.0.0.101'), listeners: ['8080'] })],
    call,
    ['dropped guest-ip guest-no-address'],
    there,
  ),
]

describe('guest', () => itEnds(guests))
describe('port forward', () => itEnds(forwards))

describe('what the guest sees', () => {
  it.each([
    ['the frontend with floating IP', [], { address: '10.0.0.100', port: 80 }],
    ['its NIC without', [balance('http', 'app', 80, off)], { address: '10.0.0.4', port: 80 }],
    [
      'the called port before a port forward',
      [onlyMachine({}, { guest: forward('172.17.0.2') })],
      { address: '10.0.0.100', port: 80 },
    ],
    ['what it drops', [onlyMachine({}, { guest: linux })], { address: '10.0.0.100', port: 80 }],
    ['what nobody can judge', [onlyMachine({}, {})], { address: '10.0.0.100', port: 80 }],
    ['nothing that stops before it', [pool()], undefined],
  ])('%s', (_title, parts, seen) => {
    expect(simulate(working(...parts), call).traces[0]?.guestSees).toEqual(seen)
  })
})

describe('flows that cannot be read', () => {
  it.each([
    ['no such client', { ...call, from: 'client/gone' }],
    ['no address', { ...call, from: 'somewhere' }],
    ['no such frontend', { ...call, to: 'frontendIPConfiguration/gone' }],
    ['no such VM', { ...call, backend: 'virtualMachine/gone' }],
    ['another family', { ...call, from: 'fd00::9' }],
    ['a port that is none', { ...call, port: 70_000 }],
    ['a protocol that is none', { ...call, protocol: 'Icmp' }],
    ['nothing', {}],
    ['null', null],
  ])('%s', (_title, flow) => {
    const result = simulate(working(), flow as Flow)
    expect(result.traces).toEqual([])
    expect(result.problem).toMatch(/^\S.*\.$/)
  })
})
