import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { windowsLoopback } from '../../scenarios/windows-loopback.ts'
import { resolve } from '../../topology/model.ts'
import { combine } from '../combine.ts'
import { importText } from '../import-text.ts'
import type { Piece } from '../importer.ts'
import { readGuests } from './read-guests.ts'
import { guestReaders } from './readers/index.ts'
import { netCmdlets, netshAddresses, netshTable, netshVerbose } from './test-output.ts'

const pieceOf = (text: string): Piece => {
  const result = importText(text)
  if (!result.ok) throw new Error(result.message)
  return result
}
const only = (text: string) => {
  const [facts, ...more] = readGuests(text)
  if (!facts || more.length > 0) throw new Error(`${more.length + 1} guests`)
  return facts
}
const adapters = [
  { name: 'Ethernet', index: 6, receive: true, send: false },
  { name: 'Loopback Pseudo-Interface 1', index: 1, receive: true, send: true },
]

describe('readers of guest output', () => {
  it('are the files of their folder', () => {
    const files = readdirSync(fileURLToPath(new URL('readers', import.meta.url)))
    const ids = files.filter((file) => file !== 'index.ts').map((file) => file.replace('.ts', ''))
    expect(guestReaders.map(({ id }) => id).sort()).toEqual(ids.sort())
  })
})

describe('Linux', () => {
  const json = JSON.stringify([
    { ifindex: 1, ifname: 'lo', link_type: 'loopback', addr_info: [{ local: '10.0.0.100', prefixlen: 32 }] },
    { ifindex: 2, ifname: 'eth0', link_type: 'ether', addr_info: [{ local: '10.0.0.4', prefixlen: 24 }] },
  ])
  const text = [
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000',
    '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
    '    inet 10.0.0.100/32 scope global lo',
    '2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000',
    '    inet 10.0.0.4/24 metric 100 brd 10.0.0.255 scope global eth0',
  ].join('\n')
  const oneLine = [
    '1: lo    inet 10.0.0.100/32 scope global lo',
    '2: eth0    inet 10.0.0.4/24 brd 10.0.0.255 scope global eth0',
  ].join('\n')
  const brief = [
    'lo               UNKNOWN        10.0.0.100/32 ',
    'eth0             UP             10.0.0.4/24 fe80::1/64 ',
  ].join('\n')

  it.each([
    ['ip -j addr', json],
    ['ip addr', text],
    ['ip -o addr', oneLine],
    ['ip -br addr', brief],
  ])('%s', (_, output) => {
    const { interfaces, os } = only(output)
    expect(os).toBe('linux')
    expect(
      interfaces.map(({ name, addresses, isLoopback }) => [name, addresses[0], isLoopback ?? false]),
    ).toEqual([
      ['lo', '10.0.0.100/32', true],
      ['eth0', '10.0.0.4/24', false],
    ])
  })

  it('rules, routes, settings and sockets, in any order and mixture', () => {
    const parts = [
      json,
      '0:\tfrom all lookup local\n1000:\tfrom 10.0.0.100 lookup 101\n1001:\tfrom 10.0.0.7 fwmark 0x1 lookup 101\n32766:\tfrom all lookup main',
      'default via 10.0.0.1 dev eth0 table 101 \ndefault via 10.0.0.1 dev eth0 proto dhcp metric 100 \nlocal 10.0.0.4 dev eth0 table local proto kernel scope host src 10.0.0.4',
      'net.ipv4.ip_forward = 1\nnet.ipv4.conf.all.rp_filter = 1\nnet.ipv4.conf.eth0.rp_filter = 2\nnet.ipv4.conf.default.rp_filter = 1',
      'tcp   LISTEN 0      128          0.0.0.0:443        0.0.0.0:*    users:(("nginx",pid=7,fd=6))\nudp   UNCONN 0      0      127.0.0.53%lo:53         0.0.0.0:*\ntcp   LISTEN 0      128             [::]:22            [::]:*',
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (some) => {
        const facts = only(some.join('\n'))
        expect(facts.sourceRules).toEqual([{ from: '10.0.0.100', table: '101' }])
        expect(facts.leftOut).toHaveLength(1)
        expect(facts.defaultRoutes.map(({ table, device }) => `${table} ${device}`)).toEqual([
          '101 eth0',
          'main eth0',
        ])
        expect(facts).toMatchObject({ forwarding: true, rpFilter: 1 })
        expect(facts.interfaces.find(({ name }) => name === 'eth0')).toMatchObject({ rpFilter: 2 })
        expect(facts.sockets).toEqual([
          { protocol: 'Tcp', address: '0.0.0.0', port: 443, process: 'nginx' },
          { protocol: 'Udp', address: '127.0.0.53', port: 53 },
          { protocol: 'Tcp', address: '::', port: 22 },
        ])
      }),
      { numRuns: 20 },
    )
  })
})

describe('Windows (written by us in the recorded shapes)', () => {
  const { addresses, interfaces, connections } = netCmdlets(adapters, [
    [6, '10.0.0.4/24'],
    [6, 'fe80::1/64'],
    [1, '10.0.0.100/32'],
  ])
  const expected = [
    ['Ethernet', '10.0.0.4/24', true, false],
    ['Loopback Pseudo-Interface 1', '10.0.0.100/32', true, true],
  ]
  const rows = (text: string) =>
    only(text)
      .interfaces.map((one) => [one.name, one.addresses[0], one.weakHostReceive, one.weakHostSend])
      .sort()

  it.each([
    ['JSON of PowerShell', [JSON.stringify(addresses, null, 2), JSON.stringify(interfaces)]],
    ['English netsh', [JSON.stringify(addresses), netshVerbose('english', adapters)]],
    [
      'German netsh, names by the table',
      [
        netshTable(adapters, 'Verbunden'),
        netshVerbose('german', adapters),
        netshAddresses('Ethernet', '10.0.0.4', 24, '255.255.255.0'),
        netshAddresses('Loopback Pseudo-Interface 1', '10.0.0.100', 32, '255.255.255.255'),
      ],
    ],
    ['German netsh, names by PowerShell', [netshVerbose('german', adapters), JSON.stringify(addresses)]],
  ])('%s, in any order', (_, parts) => {
    for (const some of [parts, [...parts].reverse()]) expect(rows(some.join('\r\n'))).toEqual(expected)
    expect(only(parts.join('\r\n')).os).toBe('windows')
  })

  it('lists sockets that listen, and no others', () => {
    const netstat =
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID\r\n' +
      '  TCP    0.0.0.0:443            0.0.0.0:0              ABHÖREN         4\r\n' +
      '  TCP    10.0.0.4:50123         10.0.0.9:443           HERGESTELLT     9\r\n' +
      '  UDP    0.0.0.0:3389           *:*                                    5\r\n'
    expect(only(netstat).sockets).toEqual([
      { protocol: 'Tcp', address: '0.0.0.0', port: 443 },
      { protocol: 'Udp', address: '0.0.0.0', port: 3389 },
    ])
    expect(only(JSON.stringify(connections)).sockets).toEqual([
      { protocol: 'Tcp', address: '0.0.0.0', port: 443 },
    ])
  })

  it('reads the firewall as far as a diagram can say it', () => {
    const entry = (more: object) => ({
      ...{ DisplayName: 'web', Action: 'Allow', Protocol: 'TCP', LocalPort: ['443'], LocalAddress: ['Any'] },
      ...{ RemoteAddress: ['Any'], Program: 'Any', ...more },
    })
    const text = [
      JSON.stringify([{ Name: 'Public', Enabled: 'True', DefaultInboundAction: 'Block' }]),
      JSON.stringify([
        entry({}),
        entry({ LocalAddress: ['10.0.0.100'], RemoteAddress: ['10.0.0.0/16'], Protocol: 'UDP' }),
        entry({ LocalPort: ['RPC'] }),
        entry({ LocalPort: ['Any'], Program: 'C:\\app.exe' }),
        entry({ Protocol: 'ICMPv4', LocalPort: ['Any'] }),
      ]),
    ].join('\n')
    const { firewall, leftOut } = only(text)
    expect(firewall).toEqual({
      enabled: true,
      inboundAllow: [
        { protocol: 'Tcp', port: 443 },
        { protocol: 'Udp', port: 443, localAddress: '10.0.0.100', remoteAddresses: ['10.0.0.0/16'] },
      ],
    })
    expect(leftOut).toHaveLength(2)
  })
})

/** The collector's frame around the output of one guest. */
const framed = (host: string, ...parts: readonly string[]) =>
  ['== floatpath guest ==', `== floatpath host ${host} ==`, ...parts, '== floatpath end =='].join('\n')

describe('guests in a diagram', () => {
  const document = twoTlsSites
  const model = resolve(document)
  const machines = model.all('virtualMachine')
  const outputOf = (id: string, held: readonly string[]) => {
    const nic = model.interfacesOf(id)[0]
    const [own] = model.ipConfigurationsOf(nic?.id ?? '')
    return JSON.stringify([
      {
        IPAddress: own?.privateIPAddress,
        PrefixLength: 24,
        InterfaceAlias: nic?.guest?.name,
        InterfaceIndex: 6,
      },
      ...held.map((address) => ({
        ...{ IPAddress: address, PrefixLength: 32 },
        ...{ InterfaceAlias: 'Loopback Pseudo-Interface 1', InterfaceIndex: 1 },
      })),
    ])
  }
  const both = ['10.0.0.100', '10.0.0.101']

  it('are found by their addresses, and the one that lacks a loopback stands out', () => {
    const text = machines
      .map(({ id }, index) => framed('x', outputOf(id, index === 0 ? both : ['10.0.0.100'])))
      .join('\n')
    const { comparisons, document: after } = combine([pieceOf(text)], document)
    const wrong = comparisons.filter(({ agrees }) => !agrees)
    expect(wrong.map(({ machineName, asked, has }) => [machineName, asked, has])).toEqual([
      ['web2', 'Address 10.0.0.101 of site-b', 'On no interface'],
    ])
    const [, second] = machines
    const held = resolve(after)
      .loopbacksOf(second?.id ?? '')
      .flatMap(({ addresses }) => addresses ?? [])
    expect(held).toEqual(['10.0.0.100/32'])
  })

  it('stay the same the second time, and what nobody mentions stays as it was', () => {
    const text = machines.map(({ id }) => framed('x', outputOf(id, both))).join('\n')
    const once = combine([pieceOf(text)], document).document
    expect(combine([pieceOf(text)], once)).toMatchObject({
      added: [],
      updated: [],
      removed: [],
      document: once,
    })
    const listeners = (of: typeof document) => resolve(of).all('listener')
    expect(listeners(once)).toEqual(listeners(document))
    for (const { id, guest } of machines)
      expect(resolve(once).find('virtualMachine', id)?.guest?.firewall).toEqual(guest?.firewall)
  })

  it('of which only Azure is known are asked for what its rules need', () => {
    const entries = Object.entries(document.resources).flatMap(([id, fields]) => {
      const { guest: _, ...rest } = fields as { guest?: unknown }
      return /^(loopbackInterface|listener)\//.test(id) ? [] : [[id, rest]]
    })
    const azureOnly = { ...document, resources: Object.fromEntries(entries) }
    const [machine] = machines
    const text = framed(
      'x',
      outputOf(machine?.id ?? '', both),
      netshVerbose('english', [
        {
          name: model.interfacesOf(machine?.id ?? '')[0]?.guest?.name ?? '',
          index: 6,
          receive: false,
          send: false,
        },
        { name: 'Loopback Pseudo-Interface 1', index: 1, receive: true, send: true },
      ]),
      JSON.stringify([{ LocalAddress: '10.0.0.100', LocalPort: 443, State: 'Listen' }]),
    )
    const { comparisons } = combine([pieceOf(text)], azureOnly)
    const said = comparisons.map(({ asked, has, agrees }) => `${agrees ? '' : 'not '}${asked}: ${has}`)
    expect(said).toEqual([
      'Address 10.0.0.100 of site-a: 10.0.0.100/32 on Loopback Pseudo-Interface 1',
      'Address 10.0.0.101 of site-b: 10.0.0.101/32 on Loopback Pseudo-Interface 1',
      'not Weak host receive enabled on Ethernet: It is disabled',
      'Weak host send enabled on Loopback Pseudo-Interface 1: It is enabled',
      'Tcp 443 for https-a: Listens',
      'not Tcp 8080 for probe health: Nothing listens on the port',
      'not Tcp 443 for https-b: Listens on 10.0.0.100',
    ])
  })

  it('turn listeners off that do not listen, and add those on ports that a rule uses', () => {
    const [machine] = machines
    if (!machine) throw new Error('no machine')
    const [listener] = model.listenersOf(machine.id)
    const text = framed(
      machine.name,
      outputOf(machine.id, both),
      JSON.stringify([
        { LocalAddress: '::', LocalPort: 443, State: 'Listen', Process: 'w3wp' },
        { LocalAddress: '0.0.0.0', LocalPort: 5985, State: 'Listen' },
      ]),
    )
    const { document: after, notes } = combine([pieceOf(text)], document)
    const now = resolve(after).listenersOf(machine.id)
    expect(now.find(({ id }) => id === listener?.id)?.enabled).toBe(false)
    expect(now.filter(({ address }) => address === '::')).toMatchObject([{ name: 'w3wp', port: 443 }])
    expect(notes.map(({ message }) => message)).toContain(
      '1 listener on ports that no rule of the diagram uses.',
    )
  })

  it('are left out and named where the diagram does not have them', () => {
    const text = framed(
      'elsewhere',
      JSON.stringify([{ IPAddress: '192.0.2.77', PrefixLength: 24, InterfaceIndex: 3 }]),
    )
    const result = combine([pieceOf(text)], document)
    expect(result.document).toBe(document)
    expect(result.notes).toMatchObject([{ kind: 'left-out', subject: 'elsewhere' }])
    expect(result.notes[0]?.message).toContain('192.0.2.77')
  })

  it('with output in pieces are one guest', () => {
    const { document: one } = windowsLoopback
    const [machine] = resolve(one).all('virtualMachine')
    const nic = resolve(one).interfacesOf(machine?.id ?? '')[0]
    const off = netshVerbose('german', [{ name: 'Ethernet', index: 6, receive: false, send: false }])
    const own = resolve(one).ipConfigurationsOf(nic?.id ?? '')[0]?.privateIPAddress
    const text = JSON.stringify([
      { IPAddress: own, PrefixLength: 24, InterfaceAlias: 'Ethernet', InterfaceIndex: 6 },
    ])
    const { comparisons } = combine([pieceOf(`${text}\n${off}`)], one)
    expect(comparisons).toContainEqual(
      expect.objectContaining({ asked: expect.stringMatching(/^Weak host receive enabled/), agrees: false }),
    )
  })
})
