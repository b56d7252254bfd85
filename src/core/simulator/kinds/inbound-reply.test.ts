import { describe } from 'vitest'
import { balance, machine, pool } from '../../scenarios/builder.ts'
import { inbound } from '../../scenarios/expectation.ts'
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
  udp,
} from '../test-outcome.ts'

const twoNics = (guest: object, nic: object = {}) => [
  {
    'subnet/front': { name: 'front', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.8.0/24' },
  } as const,
  pool('m1-nic2-ipconfig1'),
  machine(
    'm1',
    [
      { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
      { name: 'nic2', address: '10.0.0.4', ...nic },
    ],
    { guest: { os: 'linux', ...guest }, loopback: ['10.0.0.100/32'], listeners: ['80', 'udp 80'] },
  ),
]

const byNic2 = (from: string) => ({ policyRoutes: [{ from, networkInterface: 'networkInterface/m1-nic2' }] })

const forwarded = {
  name: 'web',
  protocol: 'Tcp' as const,
  address: '10.0.0.100',
  port: 80,
  toAddress: '10.0.0.4',
  toPort: 80,
}

const replies: readonly Case[] = [
  row(
    'UDP from any address, default rule',
    [
      balance('http', 'app', 80, { protocol: 'Udp', ...off }),
      onlyMachine({}, { guest: linux, listeners: ['udp 80'] }),
    ],
    udp,
    [ok],
    there,
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
    back,
  ),
  row(
    'UDP from any address, default rule on a secondary IP configuration',
    [
      balance('http', 'app', 80, { protocol: 'Udp', ...off }),
      pool('m1-nic-ipconfig2'),
      onlyMachine({ secondary: ['10.0.0.14'] }, { guest: linux, listeners: ['udp 80'] }),
    ],
    udp,
    ['dropped host-egress reply-source-mismatch'],
    there,
    '10.0.1.5:* > 10.0.0.14:80',
    '10.0.0.4:80 > 10.0.1.5:*',
  ),
  row(
    'UDP that answers from the received address',
    [
      balance('http', 'app', 80, { protocol: 'Udp' }),
      onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['udp 80'] }),
      {
        'listener/m1-1': {
          name: 'dns',
          virtualMachine: 'virtualMachine/m1',
          protocol: 'Udp',
          address: '0.0.0.0',
          port: 80,
          replyFromReceivedAddress: true,
        },
      },
    ],
    udp,
    [ok],
    there,
    back,
  ),
  row(
    'UDP with a socket for the address beside one for any, which comes first in the document',
    [
      balance('http', 'app', 80, { protocol: 'Udp' }),
      onlyMachine(
        {},
        { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['udp 80', 'udp 10.0.0.100:80'] },
      ),
    ],
    udp,
    [ok],
    there,
    back,
  ),
  row('two NICs', twoNics({}), call, ['dropped host-egress reply-wrong-nic'], there, back),
  row('two NICs, strict', twoNics({ rpFilter: 1 }), call, ['dropped guest-ip guest-rp-filter'], there),
  row(
    'two NICs, strict on the NIC',
    twoNics({}, { guest: { name: 'eth1', rpFilter: 1 } }),
    call,
    ['dropped guest-ip guest-rp-filter'],
    there,
  ),
  row(
    'two NICs, loose on the NIC wins',
    twoNics({ rpFilter: 1 }, { guest: { name: 'eth1', rpFilter: 2 } }),
    call,
    ['dropped host-egress reply-wrong-nic'],
    there,
    back,
  ),
  row(
    'two NICs, strict on the VM and not filtered on the NIC',
    twoNics({ rpFilter: 1 }, { guest: { name: 'eth1', rpFilter: 0 } }),
    call,
    ['dropped guest-ip guest-rp-filter'],
    there,
  ),
  row(
    'two NICs, port forward: routed by the address it leads to',
    twoNics({ ...byNic2('10.0.0.4'), portForwards: [forwarded] }),
    call,
    [ok],
    there,
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
    back,
  ),
  row(
    'two NICs, port forward: a policy route from the called address does not count',
    twoNics({ ...byNic2('10.0.0.100'), portForwards: [forwarded] }),
    call,
    ['dropped host-egress reply-wrong-nic'],
    there,
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
    back,
  ),
  row(
    'two NICs, strict, port forward: filtered by the address it leads to',
    twoNics({ rpFilter: 1, ...byNic2('10.0.0.100'), portForwards: [forwarded] }),
    call,
    ['dropped guest-ip guest-rp-filter'],
    there,
  ),
  row('two NICs, policy route', twoNics({ rpFilter: 1, ...byNic2('10.0.0.100') }), call, [ok], there, back),
  row('two NICs, policy route from a prefix', twoNics(byNic2('10.0.0.0/24')), call, [ok], there, back),
  row(
    'two NICs, default route',
    twoNics({ defaultNetworkInterface: 'networkInterface/m1-nic2' }),
    call,
    [ok],
    there,
    back,
  ),
  row(
    'two NICs, client in the subnet of the right one',
    twoNics({}),
    inbound('10.0.0.77', '10.0.0.100:80'),
    [ok],
    '10.0.0.77:* > 10.0.0.100:80',
    '10.0.0.100:80 > 10.0.0.77:*',
  ),
  row(
    'two NICs, UDP from any address',
    [...twoNics(byNic2('10.0.0.100')), balance('http', 'app', 80, { protocol: 'Udp' })],
    udp,
    ['dropped host-egress reply-wrong-nic'],
    there,
    '10.0.8.4:80 > 10.0.1.5:*',
  ),
]

describe('reply', () => itEnds(replies))
