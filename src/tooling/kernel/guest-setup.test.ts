import { describe, expect, it } from 'vitest'
import type { Resources } from '../../core/topology/document.ts'
import { resolve } from '../../core/topology/model.ts'
import { guestSetup, isLocal } from './guest-setup.ts'

const virtualMachine = 'virtualMachine/vm'
const nic = (index: number, address: string, fields: object = {}): Resources => ({
  [`networkInterface/nic${index}`]: {
    name: `nic${index}`,
    virtualMachine,
    enableIPForwarding: false,
    ...fields,
  },
  [`ipConfiguration/ip${index}`]: {
    name: 'ipconfig1',
    networkInterface: `networkInterface/nic${index}`,
    subnet: `subnet/s${index}`,
    privateIPAddress: address,
    privateIPAddressVersion: 'IPv4',
    primary: true,
  },
  [`subnet/s${index}`]: {
    name: `s${index}`,
    virtualNetwork: 'virtualNetwork/v',
    addressPrefix: `10.0.${index}.0/24`,
  },
})

const setupOf = (...parts: readonly Resources[]) => {
  const model = resolve({ resources: Object.assign({}, ...parts) })
  const machine = model.find('virtualMachine', virtualMachine)
  if (!machine) throw new Error('The document has no VM.')
  return guestSetup(model, machine)
}

const guest = (fields: object): Resources => ({
  [virtualMachine]: { name: 'vm', guest: { os: 'linux', ...fields } },
})

describe('a guest as commands', () => {
  it('gives NICs their addresses and routes before lo gets its own', () => {
    const lo: Resources = {
      'loopbackInterface/lo': { name: 'lo', virtualMachine, addresses: ['10.0.0.100/24'] },
    }
    expect(setupOf(guest({}), nic(0, '10.0.0.4'), lo).ipv4).toEqual([
      'addr add 10.0.0.4/24 dev nic0',
      'route add 0.0.0.0/0 via 10.0.0.1 dev nic0 onlink',
      'route add 0.0.0.0/0 via 10.0.0.1 dev nic0 onlink table 100',
      'addr add 10.0.0.100/24 dev lo',
    ])
  })

  it('turns policy routes into rules, in their order, and takes the default route that was chosen', () => {
    const { ipv4 } = setupOf(
      guest({
        policyRoutes: [
          { from: '10.0.1.100', networkInterface: 'networkInterface/nic1' },
          { from: '*', networkInterface: 'networkInterface/nic0' },
        ],
        defaultNetworkInterface: 'networkInterface/nic1',
      }),
      nic(0, '10.0.0.4'),
      nic(1, '10.0.1.4'),
    )
    expect(ipv4).toContain('route add 0.0.0.0/0 via 10.0.1.1 dev nic1 onlink')
    expect(ipv4.filter((line) => line.startsWith('rule'))).toEqual([
      'rule add from 10.0.1.100 lookup 101 pref 1000',
      'rule add from all lookup 100 pref 1001',
    ])
  })

  it('sets the reverse path filter of the VM and of each NIC', () => {
    const { sysctls } = setupOf(
      guest({ rpFilter: 2 }),
      nic(0, '10.0.0.4', { guest: { name: 'eth0', rpFilter: 1 } }),
    )
    expect(sysctls).toMatchObject({ 'ipv4/conf/all/rp_filter': 2, 'ipv4/conf/nic0/rp_filter': 1 })
  })

  it('plays a container where a port forward leads to an address that the guest lacks, and forwards then', () => {
    const forward = { name: 'f', protocol: 'Tcp', address: '10.0.0.100', port: 80, toPort: 8080 }
    const leading = (toAddress: string) =>
      setupOf(guest({ portForwards: [{ ...forward, toAddress }] }), nic(0, '10.0.0.4'))
    const outside = leading('172.17.0.2')
    expect(outside.containers).toEqual([{ protocol: 'Tcp', address: '172.17.0.2', port: 8080 }])
    expect(outside.sysctls).toMatchObject({ 'ipv4/ip_forward': 1 })
    expect(leading('10.0.0.4')).toMatchObject({ containers: [], sysctls: { 'ipv4/ip_forward': 0 } })
    expect(outside.nft).toContain('ip daddr 10.0.0.100 tcp dport 80 dnat ip to 172.17.0.2:8080')
  })

  it('filters by protocol, port, own and remote address and NIC, and drops the rest', () => {
    const entry = { protocol: 'Udp', port: 53, localAddress: '10.0.0.100', remoteAddresses: ['10.0.1.0/24'] }
    const inboundAllow = [
      { ...entry, networkInterface: 'networkInterface/nic0' },
      { protocol: '*', port: '*' },
    ]
    const { nft } = setupOf(guest({ firewall: { enabled: true, inboundAllow } }), nic(0, '10.0.0.4'))
    expect(nft.split('\n').filter((line) => /policy drop|l4proto (udp|\{)/.test(line))).toEqual([
      'policy drop',
      'ip saddr 10.0.1.0/24 iifname "nic0" ip daddr 10.0.0.100 meta l4proto udp th dport 53 accept',
      'meta l4proto { tcp, udp } accept',
    ])
  })

  it('opens one socket per address where one for any address cannot stand or cannot answer right', () => {
    const listener = (slug: string, fields: object): Resources => ({
      [`listener/${slug}`]: { name: slug, virtualMachine, protocol: 'Tcp', port: 80, ...fields } as never,
    })
    const { sockets } = setupOf(
      guest({}),
      nic(0, '10.0.0.4'),
      { 'loopbackInterface/lo': { name: 'lo', virtualMachine, addresses: ['10.0.0.100/32'] } },
      listener('any', { address: '0.0.0.0' }),
      listener('one', { address: '10.0.0.100' }),
      listener('dns', { protocol: 'Udp', port: 53, address: '0.0.0.0', replyFromReceivedAddress: true }),
      listener('plain', { port: 443, address: '::' }),
      listener('off', { port: 22, address: '::', enabled: false }),
    )
    expect(sockets.map(({ protocol, address, port }) => `${protocol} ${address} ${port}`)).toEqual([
      'Tcp 10.0.0.4 80',
      'Tcp 10.0.0.100 80',
      'Udp 10.0.0.4 53',
      'Udp 10.0.0.100 53',
      'Tcp :: 443',
    ])
  })
})

describe('isLocal', () => {
  const addresses = [
    ['nic0', ['10.0.0.4/24']],
    ['lo', ['10.1.0.1/24', 'fd00::1/64']],
    ['held0', ['10.2.0.1/24']],
  ] as const
  it.each([
    ['10.0.0.4', true],
    ['10.0.0.5', false],
    ['10.1.0.99', true],
    ['fd00::1', true],
    ['fd00::2', false],
    ['10.2.0.1', true],
    ['10.2.0.2', false],
    ['127.3.2.1', true],
  ])('%s: %s', (address, expected) => {
    expect(isLocal(addresses, address)).toBe(expected)
  })
})
