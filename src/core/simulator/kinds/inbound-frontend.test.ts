import { describe, expect, it } from 'vitest'
import { balance, internalFrontend, machine, pool, probe } from '../../scenarios/builder.ts'
import { inbound } from '../../scenarios/expectation.ts'
import type { Resources } from '../../topology/document.ts'
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
  udp,
  working,
} from '../test-outcome.ts'

const mapping: readonly Case[] = [
  row('floating keeps the destination', [], call, [ok], there, back),
  row(
    'floating changes the port',
    [
      balance('http', 'app', 80, { backendPort: 8080 }),
      onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['8080'] }),
    ],
    call,
    [ok],
    there,
    '10.0.1.5:* > 10.0.0.100:8080',
    '10.0.0.100:8080 > 10.0.1.5:*',
    back,
  ),
  row(
    'default rewrites it',
    [balance('http', 'app', 80, off)],
    call,
    [ok],
    there,
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
    back,
  ),
  row(
    'a given source port is kept',
    [],
    inbound('10.0.1.5', '10.0.0.100:80', { sourcePort: 4000 }),
    [ok],
    '10.0.1.5:4000 > 10.0.0.100:80',
    '10.0.0.100:80 > 10.0.1.5:4000',
  ),
  row('a frontend called by its id', [], { ...call, to: 'frontendIPConfiguration/app' }, [ok], there, back),
  row(
    'another port',
    [],
    inbound('10.0.1.5', '10.0.0.100:81'),
    ['dropped frontend no-rule-match'],
    '10.0.1.5:* > 10.0.0.100:81',
  ),
  row('another protocol', [], udp, ['dropped frontend no-rule-match'], there),
  row(
    'nobody’s address',
    [],
    inbound('10.0.1.5', '10.0.0.200:80'),
    ['dropped client no-such-address'],
    '10.0.1.5:* > 10.0.0.200:80',
  ),
]

const frontends: readonly Case[] = [
  row(
    'an exact port before every port',
    [balance('all', 'app', 0, { protocol: 'All', ...off }), balance('http', 'app', 80)],
    call,
    [ok],
    there,
    back,
  ),
  row(
    'also where every port stands first',
    [balance('http', 'app', 0, { protocol: 'All', ...off }), balance('exact', 'app', 80)],
    call,
    [ok],
    there,
    back,
  ),
  row(
    'every port for the rest',
    [
      balance('all', 'app', 0, { protocol: 'All' }),
      onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['22'] }),
    ],
    inbound('10.0.1.5', '10.0.0.100:22'),
    [ok],
    '10.0.1.5:* > 10.0.0.100:22',
    '10.0.0.100:22 > 10.0.1.5:*',
  ),
  row('the first of two equal ones', [balance('later', 'app', 80, off)], call, [ok], there, back),
  row(
    'a rule before a NAT range that has its port too',
    [
      {
        'inboundNatRule/range': {
          name: 'range',
          frontendIPConfiguration: 'frontendIPConfiguration/app',
          backendAddressPool: 'backendAddressPool/pool',
          protocol: 'Tcp',
          frontendPortRangeStart: 80,
          frontendPortRangeEnd: 81,
          backendPort: 80,
        },
      },
    ],
    call,
    [ok],
    there,
    back,
  ),
  row('no member', [pool()], call, ['dropped frontend no-healthy-backend'], there),
  row(
    'a pool that points at nothing',
    [balance('http', 'app', 80, { backendAddressPool: 'backendAddressPool/gone' })],
    call,
    ['dropped frontend no-healthy-backend'],
    there,
  ),
  row(
    'a member of the other family only',
    [onlyMachine({ address: 'fd00::4' }, { guest: linux })],
    call,
    ['dropped frontend no-healthy-backend'],
    there,
  ),
  row(
    'a backend that is no member',
    [machine('m2', { address: '10.0.0.5' }, { guest: linux })],
    { ...call, backend: 'virtualMachine/m2' },
    ['dropped frontend backend-not-healthy'],
    there,
  ),
  row(
    'a NAT rule to one target',
    [
      {
        'inboundNatRule/ssh': {
          name: 'ssh',
          frontendIPConfiguration: 'frontendIPConfiguration/app',
          backendIPConfiguration: 'ipConfiguration/m1-nic-ipconfig1',
          protocol: 'Tcp',
          frontendPort: 5000,
          backendPort: 80,
          enableFloatingIP: true,
        },
      },
    ],
    inbound('10.0.1.5', '10.0.0.100:5000'),
    [ok],
    '10.0.1.5:* > 10.0.0.100:5000',
    '10.0.1.5:* > 10.0.0.100:80',
    '10.0.0.100:80 > 10.0.1.5:*',
    '10.0.0.100:5000 > 10.0.1.5:*',
  ),
]

const twoMembers = (more: Resources, rule: object = {}) => [
  pool('m1', 'm2'),
  probe('health', 8080),
  balance('http', 'app', 80, { probe: 'probe/health', ...rule }),
  onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] }),
  machine('m2', { address: '10.0.0.5' }, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] }),
  more,
]

const withState = (state: 'Up' | 'Down', member: string): Resources => ({
  'backendAddressPool/pool': {
    name: 'pool',
    backendIPConfigurations: ['ipConfiguration/m1-nic-ipconfig1', 'ipConfiguration/m2-nic-ipconfig1'],
    loadBalancerBackendAddresses: [
      {
        name: 'one',
        networkInterfaceIPConfiguration: `ipConfiguration/${member}-nic-ipconfig1`,
        adminState: state,
      },
    ],
  },
})

const health: readonly Case[] = [
  row('only members that are up', twoMembers({}), call, [ok], there, back),
  row(
    'the one asked for is down',
    twoMembers({}),
    { ...call, backend: 'virtualMachine/m2' },
    ['dropped frontend backend-not-healthy'],
    there,
  ),
  row('admin state up', twoMembers(withState('Up', 'm2')), call, [ok, ok], there, back),
  row(
    'admin state down',
    twoMembers(withState('Down', 'm1')),
    call,
    ['dropped frontend no-healthy-backend'],
    there,
  ),
  row(
    'admin state without a probe',
    [...twoMembers(withState('Down', 'm1')), balance('http', 'app', 80)],
    call,
    [ok, ok],
    there,
    back,
  ),
  row(
    'all down',
    twoMembers(probe('health', 9)),
    { ...call, backend: 'virtualMachine/m1' },
    ['dropped frontend no-healthy-backend'],
    there,
  ),
  row(
    'all down and nobody gets it',
    twoMembers(probe('health', 9, { noHealthyBackendsBehavior: 'AllProbedDown' })),
    call,
    ['dropped frontend no-healthy-backend'],
    there,
  ),
  row(
    'all down and everyone gets it',
    twoMembers(probe('health', 9, { noHealthyBackendsBehavior: 'AllProbedUp' })),
    call,
    [ok, ok],
    there,
    back,
  ),
  row(
    'a member that nobody described',
    twoMembers(machine('m2', { address: '10.0.0.5' }, {})),
    call,
    [ok, 'unknown guest-ip guest-unknown'],
    there,
    back,
  ),
]

const unknownAddresses: readonly Case[] = [
  row(
    'a frontend without an address, floating',
    [internalFrontend('app', '', { privateIPAddress: undefined } as never)],
    { ...call, to: 'frontendIPConfiguration/app' },
    ['unknown guest-ip guest-unknown'],
    '10.0.1.5:* > frontendIPConfiguration/app:80',
  ),
  row(
    'a frontend without an address, default',
    [internalFrontend('app', '', { privateIPAddress: undefined } as never), balance('http', 'app', 80, off)],
    { ...call, to: 'frontendIPConfiguration/app' },
    [ok],
    '10.0.1.5:* > frontendIPConfiguration/app:80',
    '10.0.1.5:* > 10.0.0.4:80',
    '10.0.0.4:80 > 10.0.1.5:*',
    'frontendIPConfiguration/app:80 > 10.0.1.5:*',
  ),
  row(
    'a member without an address, default',
    [balance('http', 'app', 80, off), machine('m1', {}, { guest: linux, listeners: ['80'] })],
    call,
    [ok],
    there,
    '10.0.1.5:* > ipConfiguration/m1-nic-ipconfig1:80',
    'ipConfiguration/m1-nic-ipconfig1:80 > 10.0.1.5:*',
    back,
  ),
]

describe('the member asked for', () => {
  it('gets nothing while its admin state is Down, whatever its probe says', () => {
    const document = working(
      ...twoMembers(withState('Down', 'm1')),
      machine(
        'm2',
        { address: '10.0.0.5' },
        { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
      ),
    )
    const asked = { ...call, backend: 'virtualMachine/m1' }
    const [trace] = simulate(document, asked).traces
    expect(trace).toMatchObject({ at: 'frontend', reason: 'backend-not-healthy' })
    expect(trace?.hops.at(-1)?.fact).toBe('admin-state-overrides-probe')
  })
})

describe('mapping', () => itEnds(mapping))
describe('frontend', () => itEnds(frontends))
describe('health', () => itEnds(health))
describe('unknown address', () => itEnds(unknownAddresses))
