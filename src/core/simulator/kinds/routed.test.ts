import { describe, expect, it } from 'vitest'
import { balance, machine, pool, probe, securityGroup, securityRule } from '../../scenarios/builder.ts'
import { routed } from '../../scenarios/expectation.ts'
import { firewallPair } from '../../scenarios/firewall-pair.ts'
import type { Resources, TopologyDocument } from '../../topology/document.ts'
import { simulate } from '../simulate.ts'
import { endsOf, headersOf } from '../test-outcome.ts'
import type { Trace } from '../trace.ts'

const call = routed('10.1.0.4', '10.2.0.4:443')
const header = ['10.1.0.4:* > 10.2.0.4:443']
const arrived = 'delivered server ok'

const changed = (...parts: readonly Resources[]): TopologyDocument => ({
  ...firewallPair.document,
  resources: Object.assign({}, firewallPair.document.resources, ...parts),
})
const table = (...routes: readonly [prefix: string, nextHop?: string][]): Resources => ({
  'routeTable/spoke-1': {
    name: 'spoke-1',
    routes: routes.map(([addressPrefix, nextHopIpAddress]) => ({
      name: addressPrefix,
      addressPrefix,
      nextHopType: nextHopIpAddress ? 'VirtualAppliance' : 'Internet',
      ...(nextHopIpAddress ? { nextHopIpAddress } : {}),
    })),
  },
})
const nva1 = (enableIPForwarding: boolean | undefined, guest: object | undefined, group = {}) => [
  pool('nva1'),
  machine(
    'nva1',
    { address: '10.0.0.37', fields: { enableIPForwarding, ...group } as object },
    { ...(guest ? { guest: { os: 'linux', ...guest } } : {}), listeners: ['22'] },
  ),
]

describe('a routed packet', () => {
  it.each<[string, readonly Resources[], readonly string[], ReturnType<typeof routed>?]>([
    ['passes every healthy appliance', [], [arrived, arrived]],
    ['goes by the longest route', [table(['0.0.0.0/0'], ['10.2.0.0/16', '10.0.0.36'])], [arrived, arrived]],
    [
      'stays with the internet where that route is longer',
      [table(['0.0.0.0/0', '10.0.0.36'], ['10.2.0.0/16'])],
      ['dropped frontend next-hop-not-ha-ports'],
    ],
    [
      'to a peer ignores a shorter route',
      [],
      ['dropped frontend next-hop-not-ha-ports'],
      routed('10.1.0.4', '10.0.9.9:443'),
    ],
    [
      'to a peer follows a route as long as the peer’s prefix',
      [table(['10.0.0.0/16', '10.0.0.36'])],
      [arrived, arrived],
      routed('10.1.0.4', '10.0.9.9:443'),
    ],
    [
      'to a next hop that is no frontend',
      [table(['0.0.0.0/0', '10.0.0.40'])],
      ['dropped frontend next-hop-not-ha-ports'],
    ],
    [
      'to a frontend without an HA ports rule',
      [balance('ha-ports', 'firewalls', 443, { enableFloatingIP: false })],
      ['dropped frontend next-hop-not-ha-ports'],
    ],
    ['finds every appliance down', [probe('ssh', 23)], ['dropped frontend no-healthy-backend']],
    [
      'goes to all where all are down and the probe says so',
      [probe('ssh', 23, { noHealthyBackendsBehavior: 'AllProbedUp' })],
      [arrived, arrived],
    ],
    [
      'is denied by a group',
      [
        ...nva1(false, {}, { networkSecurityGroup: 'networkSecurityGroup/nsg' }),
        securityGroup(securityRule('Close', 100, { access: 'Deny', destinationPortRanges: ['443'] })),
      ],
      ['dropped nsg nsg-deny Close'],
    ],
    [
      'needs IP forwarding on the NIC',
      nva1(false, { ipForwarding: true }),
      ['dropped host nic-ip-forwarding-disabled'],
    ],
    [
      'is not forwarded by a NIC of which nothing is said',
      nva1(undefined, { ipForwarding: true }),
      ['dropped host nic-ip-forwarding-disabled'],
    ],
    [
      'is not forwarded by a guest that does not say so',
      nva1(true, {}),
      ['dropped guest-ip guest-no-address'],
    ],
    [
      'needs forwarding in the guest',
      nva1(true, { ipForwarding: false }),
      ['dropped guest-ip guest-no-address'],
    ],
    ['meets a guest that nobody described', nva1(true, undefined), ['unknown guest-ip guest-unknown']],
  ])('%s', (_title, parts, ends, flow = call) => {
    const document = changed(...parts)
    expect(endsOf(document, flow)).toEqual(ends)
    const [first] = simulate(document, flow).traces
    expect(headersOf(first as Trace)).toEqual(flow === call ? header : [`10.1.0.4:* > ${flow.to}:443`])
  })

  it('follows the routes of the caller’s own subnet where another network has the same addresses', () => {
    const twin = {
      'virtualNetwork/a-twin': { name: 'a-twin', addressPrefixes: ['10.1.0.0/16'] },
      'subnet/a-twin': {
        name: 'a-twin',
        virtualNetwork: 'virtualNetwork/a-twin',
        addressPrefix: '10.1.0.0/24',
      },
    }
    const spoke = Object.entries(firewallPair.document.resources).find(
      ([id, one]) =>
        id.startsWith('subnet/') && (one as { addressPrefix?: string }).addressPrefix === '10.1.0.0/24',
    )
    const caller = machine('caller', { address: '10.1.0.4', subnet: spoke?.[0].split('/')[1] ?? '' }, {})
    const { document } = firewallPair
    const resources = { ...twin, ...document.resources, ...caller }
    const from = 'virtualMachine/caller'
    expect(endsOf({ ...document, resources }, { ...call, from })).toEqual([arrived, arrived])
  })

  it('is followed to the appliance asked for, if that is up', () => {
    const to = (slug: string) => ({ ...call, backend: `virtualMachine/${slug}` })
    expect(endsOf(firewallPair.document, to('nva2'))).toEqual([arrived])
    const closed = changed({
      'listener/nva2-1': { name: 'ssh', virtualMachine: 'virtualMachine/nva2', protocol: 'Tcp', port: 23 },
    })
    expect(endsOf(closed, to('nva2'))).toEqual(['dropped frontend backend-not-healthy'])
    expect(endsOf(closed, call)).toEqual([arrived])
  })

  it('shows its own destination to the guest', () => {
    const [trace] = simulate(firewallPair.document, call).traces
    expect(trace?.guestSees).toEqual({ address: '10.2.0.4', port: 443 })
  })
})

describe('the route of a packet', () => {
  const notes = (...parts: readonly Resources[]) =>
    simulate(changed(...parts), call)
      .traces[0]?.hops.slice(0, 2)
      .map(({ note }) => note)

  it('is named', () => {
    expect(notes(table(['0.0.0.0/0', '10.9.9.9'], ['10.2.0.0/16', '10.0.0.36']))?.[0]).toBe(
      '10.1.0.4 sends to 10.2.0.4:443, and the route 10.2.0.0/16 of spoke-1 takes it.',
    )
  })

  it.each<[string, readonly Resources[], string]>([
    ['to the internet', [table(['0.0.0.0/0'])], 'The route leads to Internet, not to a load balancer.'],
    [
      'to nothing of ours',
      [table(['0.0.0.0/0', '10.9.9.9'])],
      'The route leads to 10.9.9.9, which is no front',
    ],
    [
      'of another prefix',
      [table(['10.7.0.0/16', '10.0.0.36'])],
      'No route of workload sends 10.2.0.4:443 to a',
    ],
  ])('%s is said where it ends', (_title, parts, text) => {
    expect(notes(...parts)?.[1]).toContain(text)
  })
})
