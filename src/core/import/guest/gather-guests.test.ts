import { describe, expect, it } from 'vitest'
import { gatherGuests } from './gather-guests.ts'
import { readGuests } from './read-guests.ts'
import { netCmdlets, netshAddresses, netshHeadings, netshVerbose } from './test-output.ts'

const adapters = [
  { name: 'Ethernet', index: 6, receive: true, send: false },
  { name: 'Loopback Pseudo-Interface 1', index: 1, receive: true, send: true },
]
const { addresses, interfaces, connections } = netCmdlets(adapters, [
  [6, '10.0.0.4/24'],
  [1, '10.0.0.100/32'],
])
const linux = [
  JSON.stringify([{ ifname: 'eth0', addr_info: [{ local: '10.0.0.4', prefixlen: 24 }] }]),
  'net.ipv4.conf.eth0.rp_filter = 1',
  '100:\tfrom 10.0.0.100 lookup 200',
  'default via 10.0.0.1 dev eth0 table 200',
]
const german = [
  netshVerbose('german', adapters),
  netshAddresses('Ethernet', '10.0.0.4', 24, '255.255.255.0'),
  netshAddresses('Loopback Pseudo-Interface 1', '10.0.0.100', 32, '255.255.255.255'),
]
const together = (texts: readonly string[]) => gatherGuests(texts.flatMap(readGuests))

describe('outputs of a guest in files of their own', () => {
  it.each([
    ['PowerShell', [addresses, interfaces, connections].map((value) => JSON.stringify(value))],
    ['Linux', linux],
    ['German netsh', german.slice(0, 2)],
  ])('%s: say what they say in one text', (_, texts) => {
    expect(together(texts)).toEqual(together([texts.join('\n')]))
    expect(together(texts)).toHaveLength(1)
  })

  it('stay apart where they list addresses twice or are of two systems', () => {
    const [address = ''] = linux
    expect(together([address, address.replace('10.0.0.4', '10.0.0.5')])).toHaveLength(2)
    expect(together([address, JSON.stringify(connections)])).toHaveLength(2)
  })

  it.each([
    ['German', (text: string) => text],
    ['French', (text: string) => text.replaceAll('Parameter der Schnittstelle', "Paramètres de l'interface")],
  ])('%s headings of netsh are told by the names that they end with', (_, translated) => {
    const [guest] = together([translated(german.join('\r\n'))])
    expect(guest?.interfaces.map(({ name, weakHostSend }) => [name, weakHostSend]).sort()).toEqual([
      ['Ethernet', false],
      ['Loopback Pseudo-Interface 1', true],
    ])
  })

  it.each(Object.entries(netshHeadings))(
    '%s headings of netsh may hold the name anywhere',
    (_, [over, of]) => {
      const names = ['イーサネット', 'イーサネット 2', 'Loopback Pseudo-Interface 1']
      const several = names.map((name, index) => ({
        name,
        index: index + 3,
        receive: index === 1,
        send: false,
      }))
      const switches = netshVerbose('german', several).replaceAll(
        /Parameter der Schnittstelle (.*?)\r/g,
        (_line, name) => `${over(name)}\r`,
      )
      const listed = names
        .map((name, index) => netshAddresses(name, `10.0.0.${index + 4}`, 24, '255.255.255.0'))
        .join('\r\n')
        .replaceAll(/Konfiguration der Schnittstelle "(.*?)"/g, (_line, name) => of(name))
        .replaceAll('Subnetzpräfix:', '子网前缀：')
      for (const texts of [[switches, listed], [listed, switches], [`${listed}\r\n${switches}`]]) {
        const [guest] = together(texts)
        expect(
          guest?.interfaces.map(({ name, index, addresses: own, weakHostReceive }) => [
            name,
            index,
            own.join(),
            weakHostReceive,
          ]),
        ).toEqual(
          expect.arrayContaining(
            several.map(({ name, index, receive }) => [name, index, `10.0.0.${index + 1}/24`, receive]),
          ),
        )
        expect(guest?.interfaces).toHaveLength(3)
      }
    },
  )
})
