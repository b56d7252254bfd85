import { expect, it } from 'vitest'
import { balance, probe as probeOf } from '../../scenarios/builder.ts'
import { inbound } from '../../scenarios/expectation.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import type { Resources, TopologyDocument } from '../../topology/document.ts'
import { patch } from '../../topology/document.ts'
import { resolve } from '../../topology/model.ts'
import { simulate } from '../simulate.ts'
import { call, linux, onlyMachine, udp, windows, working } from '../test-outcome.ts'
import type { Flow } from '../trace.ts'
import { captureOf } from './capture.ts'

/** What the guest sees, place by place, without what TCP adds. */
function seen(document: TopologyDocument, flow: Flow): string[] {
  const [trace] = simulate(document, flow).traces
  if (!trace) throw new Error('no trace')
  const model = resolve(document)
  return trace.hops.map(({ at }, index) => {
    const capture = captureOf(model, trace, index)
    const line = capture?.line.replace(/^IP6? /, '').replace(/, (?:seq|length|win).*/, '')
    return `${at}: ${capture ? `${capture.interface} ${line}` : '-'}`
  })
}
const holding = (fields: object = {}): Resources =>
  onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'], ...fields })
const request = 'eth0 10.0.1.5.50000 > 10.0.0.100.80: Flags [S]'

it('shows the request where it arrives and the answer where it leaves', () => {
  expect(seen(working(), call)).toEqual([
    'client: -',
    'frontend: -',
    'host: -',
    'nsg: -',
    `guest-ip: ${request}`,
    `guest-firewall: ${request}`,
    `socket: ${request}`,
    'guest-egress: eth0 10.0.0.100.80 > 10.0.1.5.50000: Flags [S.]',
    'host-egress: eth0 10.0.0.100.80 > 10.0.1.5.50000: Flags [S.]',
    'host: -',
    'client: -',
  ])
})

it('shows a packet that the guest drops: it is on the wire', () => {
  const document = working(onlyMachine({}, { guest: linux, listeners: ['80'] }))
  expect(seen(document, call).at(-1)).toBe(`guest-ip: ${request}`)
})

it('shows a reset where nothing listens, and an ICMP error for UDP', () => {
  const closed = working(holding({ listeners: [] }))
  expect(seen(closed, call)).toContain('guest-egress: eth0 10.0.0.100.80 > 10.0.1.5.50000: Flags [R.]')
  const rule = balance('http', 'app', 80, { protocol: 'Udp' })
  expect(seen(working(rule, holding({ listeners: [] })), udp)).toContain(
    'guest-egress: eth0 10.0.0.100 > 10.0.1.5: ICMP 10.0.0.100 udp port 80 unreachable',
  )
})

it('shows the address that was called although a port forward changes it further in', () => {
  const forward = {
    name: 'f',
    protocol: 'Tcp',
    address: '10.0.0.100',
    port: 80,
    toAddress: '172.17.0.2',
    toPort: 8080,
  }
  const document = working(onlyMachine({}, { guest: { ...linux, portForwards: [forward] } }))
  const places = seen(document, call)
  expect(places.filter((one) => one.startsWith('guest-ip'))).toContain(`guest-ip: ${request}`)
  expect(places.filter((one) => one.startsWith('guest-egress'))).toEqual([
    'guest-egress: eth0 10.0.0.100.80 > 10.0.1.5.50000: Flags [S.]',
    'guest-egress: eth0 10.0.0.100.80 > 10.0.1.5.50000: Flags [S.]',
  ])
})

it('shows nothing where Windows sends nothing', () => {
  const document = patch(twoTlsSites, 'loopbackInterface/web1-site-a', { weakHostSend: false })
  const places = seen(document, {
    ...inbound('10.0.1.20', '10.0.0.100:443'),
    backend: 'virtualMachine/web1',
  } as Flow)
  expect(places.at(-1)).toBe('guest-egress: -')
  expect(places.at(-2)).toMatch(/^socket: Ethernet /)
})

it('shows an answer that a short prefix keeps in the guest on lo', () => {
  const document = working(holding({ loopback: ['10.0.0.100/8'] }))
  expect(seen(document, call).at(-1)).toBe('guest-egress: lo 10.0.0.100.80 > 10.0.1.5.50000: Flags [S.]')
})

it('shows no answer to a packet that a filter drops on arrival', () => {
  const guest = { ...linux, rpFilter: 2 as const }
  const document = working(holding({ guest, loopback: ['10.0.0.100/8'] }))
  expect(seen(document, call).slice(-2)).toEqual(['guest-egress: -', 'guest-egress: -'])
})

it('shows a call to oneself on lo, and with Windows nowhere', () => {
  const hairpin: Flow = {
    kind: 'hairpin',
    from: 'virtualMachine/m1',
    to: '10.0.0.100',
    port: 80,
    protocol: 'Tcp',
  }
  expect(seen(working(holding()), hairpin)[0]).toBe(
    'guest-ip: lo 10.0.0.100.50000 > 10.0.0.100.80: Flags [S]',
  )
  expect(seen(working(holding({ guest: windows })), hairpin)[0]).toBe('guest-ip: -')
})

it('shows probes, and names what to run on Linux', () => {
  const rule = balance('http', 'app', 80, { probe: 'probe/p' })
  const document = working(probeOf('p', 80), rule, holding({ guest: { ...linux } }))
  const flow: Flow = { kind: 'probe', probe: 'probe/p', virtualMachine: 'virtualMachine/m1' }
  expect(seen(document, flow)).toContain('guest-ip: eth0 168.63.129.16.50000 > 10.0.0.4.80: Flags [S]')
  const named = patch(document, 'networkInterface/m1-nic', { guest: { name: "it's" } })
  const [trace] = simulate(named, flow).traces
  const hop = trace?.hops.findIndex(({ at }) => at === 'guest-ip') ?? -1
  expect(trace && captureOf(resolve(named), trace, hop)?.command).toBe(`tcpdump -n -t -i 'it'\\''s'`)
})
