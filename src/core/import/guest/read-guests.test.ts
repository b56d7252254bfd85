import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGuests } from './read-guests.ts'
import { guestReaders } from './readers/index.ts'
import { netCmdlets, netshAddresses, netshTable, netshVerbose } from './test-output.ts'

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
