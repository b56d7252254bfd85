import { describe, expect, it } from 'vitest'
import type { Confidence } from '../facts/fact.ts'
import { factOf } from '../facts/index.ts'
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
} from '../scenarios/builder.ts'
import { hairpin, inbound, outbound, probing, routed } from '../scenarios/expectation.ts'
import type { Resources, TopologyDocument } from '../topology/document.ts'
import { simulate } from './simulate.ts'
import { call, linux, off, onlyMachine, udp, windows, working } from './test-outcome.ts'
import type { Flow, Place, Reason, Trace, Verdict } from './trace.ts'

/** The end of a flow: its verdict and place, the fact behind the last word, and how sure that is. */
const shows = (
  end: `${Verdict} ${Place}`,
  fact: string,
  confidence: Confidence,
  flow: Flow,
  parts: readonly Resources[] = [],
) => ({ end, fact, confidence, flow, parts })

const linuxWith = (guest: object, loopback: readonly string[] = ['10.0.0.100/32']) =>
  onlyMachine({}, { guest: { ...linux, ...guest }, loopback, listeners: ['80', 'udp 80'] })
const windowsWith = (weakHostReceive: boolean, weakHostSend: boolean) =>
  onlyMachine(
    { guest: { name: 'Ethernet', weakHostReceive } },
    { guest: windows, loopback: ['10.0.0.100/32'], loopbackFields: { weakHostSend }, listeners: ['80'] },
  )
const twoNics = (guest: object) => [
  {
    'subnet/front': { name: 'front', virtualNetwork: 'virtualNetwork/vnet', addressPrefix: '10.0.8.0/24' },
  } as const,
  pool('m1-nic2-ipconfig1'),
  machine(
    'm1',
    [
      { name: 'nic1', address: '10.0.8.4', subnet: 'front' },
      { name: 'nic2', address: '10.0.0.4' },
    ],
    { guest: { ...linux, ...guest }, loopback: ['10.0.0.100/32'], listeners: ['80'] },
  ),
]
const watched = (port: number) => [
  probe('health', port),
  balance('http', 'app', 80, { probe: 'probe/health' }),
]
const routeTo = (nextHopIpAddress: string) => [
  network({ routeTable: 'routeTable/rt' }),
  {
    'routeTable/rt': {
      name: 'rt',
      routes: [
        { name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress },
      ],
    },
  } as const,
]
const haPorts = balance('http', 'app', 0, { protocol: 'All', ...off })
const away = routed('10.0.0.9', '198.51.100.7:443')

/** For each reason one small diagram and flow that ends for it. */
const shown: Record<Reason, ReturnType<typeof shows>> = {
  ok: shows('delivered client', 'reply-goes-straight-to-client', 'documented', call),
  'no-rule-match': shows(
    'dropped frontend',
    'unmatched-packets-vanish',
    'assumed',
    inbound('10.0.1.5', '10.0.0.100:81'),
  ),
  'no-healthy-backend': shows('dropped frontend', 'probe-decides-new-flows', 'documented', call, watched(9)),
  'backend-not-healthy': shows(
    'dropped frontend',
    'probe-decides-new-flows',
    'documented',
    { ...call, backend: 'virtualMachine/m2' },
    [
      ...watched(80),
      pool('m1', 'm2'),
      machine('m2', { address: '10.0.0.5' }, { guest: linux, loopback: ['10.0.0.100/32'] }),
    ],
  ),
  'next-hop-not-ha-ports': shows(
    'dropped frontend',
    'longest-route-wins',
    'documented',
    away,
    routeTo('10.0.0.100'),
  ),
  'unsupported-secondary-ipconfig': shows(
    'dropped host',
    'floating-ip-needs-primary-ipconfig',
    'documented',
    call,
    [
      pool('m1-nic-ipconfig2'),
      onlyMachine(
        { secondary: ['10.0.0.14'] },
        { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] },
      ),
    ],
  ),
  'nic-ip-forwarding-disabled': shows('dropped host', 'nic-must-forward', 'documented', away, [
    ...routeTo('10.0.0.100'),
    haPorts,
  ]),
  'nsg-deny': shows('dropped nsg', 'security-group-sees-guest-destination', 'documented', call, [
    network({ networkSecurityGroup: 'networkSecurityGroup/nsg' }),
    securityGroup(securityRule('Close', 100, { access: 'Deny' })),
  ]),
  'guest-no-address': shows('dropped guest-ip', 'guest-must-hold-address', 'documented', call, [
    linuxWith({}, []),
  ]),
  'guest-strong-host-receive': shows('dropped guest-ip', 'windows-strong-host-receive', 'documented', call, [
    windowsWith(false, true),
  ]),
  'guest-rp-filter': shows(
    'dropped guest-ip',
    'linux-strict-reverse-path',
    'measured',
    call,
    twoNics({ rpFilter: 1 }),
  ),
  'hairpin-mismatch': shows(
    'dropped guest-ip',
    'hairpin-returns-to-caller',
    'documented',
    hairpin('virtualMachine/m1', '10.0.0.100:80'),
    [balance('http', 'app', 80, off), linuxWith({}, [])],
  ),
  'guest-firewall': shows('dropped guest-firewall', 'guest-firewall-must-allow', 'documented', call, [
    linuxWith({ firewall: { enabled: true } }),
  ]),
  'no-listener': shows('refused socket', 'reply-goes-straight-to-client', 'documented', call, [
    onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'] }),
  ]),
  'no-listener-on-dip': shows(
    'down socket',
    'closed-port-refuses',
    'measured',
    probing('health', 'm1'),
    watched(8080),
  ),
  'hairpin-local': shows(
    'delivered-locally socket',
    'hairpin-stays-in-guest',
    'measured',
    hairpin('virtualMachine/m1', '10.0.0.100:80'),
  ),
  'reply-routed-to-loopback': shows(
    'dropped guest-egress',
    'lo-prefix-captures-replies',
    'measured',
    inbound('10.0.0.77', '10.0.0.100:80'),
    [linuxWith({}, ['10.0.0.100/24'])],
  ),
  'reply-strong-host-send': shows('dropped guest-egress', 'windows-strong-host-send', 'documented', call, [
    windowsWith(true, false),
  ]),
  'reply-wrong-nic': shows(
    'dropped host-egress',
    'reply-must-leave-by-arrival-nic',
    'assumed',
    call,
    twoNics({}),
  ),
  'reply-source-mismatch': shows('dropped host-egress', 'reply-must-keep-source', 'assumed', udp, [
    balance('http', 'app', 80, { protocol: 'Udp' }),
    linuxWith({}),
  ]),
  'outbound-vip-source': shows(
    'dropped host-egress',
    'outbound-needs-ipconfig-source',
    'documented',
    outbound('m1', '198.51.100.7:443', '10.0.0.100'),
  ),
  'no-outbound-method': shows(
    'dropped host-egress',
    'internal-frontend-gives-no-outbound',
    'documented',
    outbound('m1', '198.51.100.7:443'),
  ),
  'guest-unknown': shows('unknown guest-ip', 'guest-not-described', 'documented', call, [
    onlyMachine({}, {}),
  ]),
  'no-such-address': shows(
    'dropped client',
    'unmatched-packets-vanish',
    'assumed',
    inbound('10.0.1.5', '10.0.0.222:80'),
  ),
}

const onlyTrace = (document: TopologyDocument, flow: Flow): Trace => {
  const { traces, problem } = simulate(document, flow)
  expect({ problem, traces: traces.length }).toEqual({ problem: undefined, traces: 1 })
  return traces[0] as Trace
}

describe('every reason', () => {
  it.each(Object.entries(shown))('%s', (reason, { end, fact, confidence, flow, parts }) => {
    const trace = onlyTrace(working(...parts), flow)
    const last = trace.hops.at(-1)
    expect({ reason: trace.reason, end: `${trace.verdict} ${trace.at}` }).toEqual({ reason, end })
    expect({ fact: last?.fact, confidence: last?.confidence }).toEqual({ fact, confidence })
  })
})

describe('what nobody publishes is marked as assumed', () => {
  it('which of several members the hash picks', () => {
    const document = working(
      pool('m1', 'm2'),
      machine(
        'm2',
        { address: '10.0.0.5' },
        { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] },
      ),
    )
    const { traces } = simulate(document, call)
    const chosen = traces.map(({ hops }) => hops.find(({ at }) => at === 'frontend'))
    expect(chosen.map((hop) => hop?.fact)).toEqual(['hash-not-public', 'hash-not-public'])
    expect(factOf('hash-not-public').confidence).toBe('assumed')
  })

  it('a status of 200 where something listens', () => {
    const parts = [
      probe('health', 80, { protocol: 'Http' }),
      balance('http', 'app', 80, { probe: 'probe/health' }),
    ]
    const trace = onlyTrace(working(...parts), probing('health', 'm1'))
    expect(trace.hops.find(({ at }) => at === 'socket')).toMatchObject({
      fact: 'http-probe-counts-listener',
      confidence: 'assumed',
    })
  })
})

it('a public frontend and its NIC agree on who is closed by default', () => {
  const document = working(publicFrontend('app', '65.52.0.1'), internalFrontend('own', '10.0.0.101'))
  const trace = onlyTrace(document, inbound('203.0.113.10', '65.52.0.1:80'))
  expect(trace).toMatchObject({ at: 'nsg', reason: 'nsg-deny', securityRule: null })
  expect(trace.hops.at(-1)?.fact).toBe('public-standard-closed-without-group')
})
