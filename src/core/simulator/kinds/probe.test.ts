import { describe, expect, it } from 'vitest'
import {
  balance,
  internalFrontend,
  machine,
  network,
  pool,
  probe,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import { probing } from '../../scenarios/expectation.ts'
import { simulate } from '../simulate.ts'
import { itEnds, linux, onlyMachine, row, windows, working } from '../test-outcome.ts'
import type { Flow } from '../trace.ts'

const asked = probing('health', 'm1')
const out = '168.63.129.16:* > 10.0.0.4:8080'
const home = '10.0.0.4:8080 > 168.63.129.16:*'
const watched = [probe('health', 8080), balance('http', 'app', 80, { probe: 'probe/health' })]
const healthy = onlyMachine({}, { guest: linux, listeners: ['8080'] })
const group = network({ networkSecurityGroup: 'networkSecurityGroup/nsg' })
const firewall = (remoteAddresses: string[]) => ({
  ...linux,
  firewall: { enabled: true, inboundAllow: [{ protocol: 'Tcp', port: 8080, remoteAddresses }] },
})

describe('a probe', () =>
  itEnds([
    row('is answered on the address of the member', [...watched, healthy], asked, ['up lb ok'], out, home),
    row('finds nobody listening', watched, asked, ['down socket no-listener-on-dip'], out, home),
    row(
      'finds a service on the frontend address only',
      [
        ...watched,
        onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['10.0.0.100:8080'] }),
      ],
      asked,
      ['down socket no-listener-on-dip'],
      out,
      home,
    ),
    row(
      'finds nobody listening behind a port forward',
      [
        ...watched,
        onlyMachine(
          {},
          {
            guest: {
              ...linux,
              portForwards: [
                {
                  name: 'health',
                  protocol: 'Tcp',
                  address: '10.0.0.4',
                  port: 8080,
                  toAddress: '10.0.0.4',
                  toPort: 9000,
                },
              ],
            },
          },
        ),
      ],
      asked,
      ['down socket no-listener-on-dip'],
      out,
      '168.63.129.16:* > 10.0.0.4:9000',
      '10.0.0.4:9000 > 168.63.129.16:*',
      home,
    ),
    row(
      'meets a guest that nobody described',
      [...watched, onlyMachine({}, {})],
      asked,
      ['unknown guest-ip guest-unknown'],
      out,
    ),
    row(
      'is filtered where the guest would answer by another NIC',
      [
        ...watched,
        {
          'subnet/front': {
            name: 'front',
            virtualNetwork: 'virtualNetwork/vnet',
            addressPrefix: '10.0.8.0/24',
          },
        },
        pool('m1-nic2-ipconfig1'),
        machine(
          'm1',
          [
            { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
            { name: 'nic2', address: '10.0.0.4' },
          ],
          { guest: { ...linux, rpFilter: 1 }, listeners: ['8080'] },
        ),
      ],
      asked,
      ['down guest-ip guest-rp-filter'],
      out,
    ),
    row(
      'gets no answer from a guest whose lo covers where probes come from',
      [...watched, onlyMachine({}, { guest: linux, loopback: ['168.63.129.1/24'], listeners: ['8080'] })],
      asked,
      ['down guest-egress reply-routed-to-loopback'],
      out,
      home,
    ),
    row(
      'is not let in by the guest',
      [...watched, onlyMachine({}, { guest: firewall(['10.0.0.0/8']), listeners: ['8080'] })],
      asked,
      ['down guest-firewall guest-firewall'],
      out,
    ),
    row(
      'is let in by its address',
      [...watched, onlyMachine({}, { guest: firewall(['168.63.129.16']), listeners: ['8080'] })],
      asked,
      ['up lb ok'],
      out,
      home,
    ),
    row(
      'is not let in by a group',
      [...watched, healthy, group, securityGroup(securityRule('Close', 100, { access: 'Deny' }))],
      asked,
      ['down nsg nsg-deny Close'],
      out,
    ),
    row(
      'finds a public Standard load balancer without a group closed',
      [...watched, healthy, publicFrontend('app', '65.52.0.1')],
      asked,
      ['down nsg nsg-deny null'],
      out,
    ),
    row(
      'is answered by another NIC',
      [
        ...watched,
        {
          'subnet/front': {
            name: 'front',
            virtualNetwork: 'virtualNetwork/vnet',
            addressPrefix: '10.0.8.0/24',
          },
        },
        pool('m1-nic2-ipconfig1'),
        machine(
          'm1',
          [
            { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
            { name: 'nic2', address: '10.0.0.4' },
          ],
          { guest: windows, listeners: ['8080'] },
        ),
      ],
      asked,
      ['down guest-egress reply-strong-host-send'],
      out,
    ),
    row(
      'of an IPv6 frontend asks the IPv6 member of the VM',
      [
        ...watched,
        internalFrontend('app', 'fd00::100'),
        pool('m1', 'm1-nic-ipconfig2'),
        onlyMachine({ secondary: ['fd00::4'] }, { guest: linux, listeners: [':::8080'] }),
      ],
      asked,
      ['up lb ok'],
      '[fe80::1234:5678:9abc]:* > [fd00::4]:8080',
      '[fd00::4]:8080 > [fe80::1234:5678:9abc]:*',
    ),
    row(
      'over IPv6 is answered where it arrives, whatever the routes say',
      [
        ...watched,
        internalFrontend('app', 'fd00::100'),
        {
          'subnet/front': {
            name: 'front',
            virtualNetwork: 'virtualNetwork/vnet',
            addressPrefix: '10.0.8.0/24',
          },
        },
        pool('m1', 'm1-nic2-ipconfig2'),
        machine(
          'm1',
          [
            { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
            { name: 'nic2', address: '10.0.0.4', secondary: ['fd00::4'] },
          ],
          { guest: { ...linux, rpFilter: 1 }, listeners: [':::8080'] },
        ),
      ],
      asked,
      ['up lb ok'],
      '[fe80::1234:5678:9abc]:* > [fd00::4]:8080',
      '[fd00::4]:8080 > [fe80::1234:5678:9abc]:*',
    ),
    row(
      'that no rule uses asks the first pool',
      [probe('health', 8080), healthy],
      asked,
      ['up lb ok'],
      out,
      home,
    ),
  ]))

describe('a probe that cannot be sent', () => {
  it.each([
    ['unknown probe', probing('gone', 'm1')],
    ['unknown VM', probing('health', 'gone')],
    ['a VM in no pool', probing('health', 'm2')],
    ['a probe without a port', probing('unfinished', 'm1')],
    ['nothing', { kind: 'probe' }],
  ])('%s', (_title, flow) => {
    const parts = [...watched, machine('m2', {}, {}), { 'probe/unfinished': { name: 'unfinished' } }]
    const { traces, problem } = simulate(working(...parts), flow as Flow)
    expect(traces).toEqual([])
    expect(problem).toMatch(/^\S.*\.$/)
  })
})

it('takes any TCP listener for an answer to HTTP, and says that this is assumed', () => {
  const document = working(...watched, probe('health', 8080, { protocol: 'Http' }), healthy)
  const socket = simulate(document, asked).traces[0]?.hops.find(({ at }) => at === 'socket')
  expect(socket).toMatchObject({ fact: 'http-probe-counts-listener', confidence: 'assumed' })
})
