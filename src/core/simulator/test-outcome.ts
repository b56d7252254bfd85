import { expect, it } from 'vitest'
import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
} from '../scenarios/builder.ts'
import { inbound } from '../scenarios/expectation.ts'
import type { Resources, TopologyDocument } from '../topology/document.ts'
import { simulate } from './simulate.ts'
import type { Endpoint, Flow, Trace } from './trace.ts'

export const linux = { os: 'linux' as const }
export const windows = { os: 'windows' as const }
export const off = { enableFloatingIP: false }

/** A client calls the frontend of `working`, and the headers of that call where nothing is rewritten. */
export const call = inbound('10.0.1.5', '10.0.0.100:80')
export const udp = inbound('10.0.1.5', '10.0.0.100:80', { protocol: 'Udp' })
export const there = '10.0.1.5:* > 10.0.0.100:80'
export const back = '10.0.0.100:80 > 10.0.1.5:*'
export const ok = 'delivered client ok'

/** The VM of `working` with another NIC and guest. */
export const onlyMachine = (nic: object, fields: object) =>
  machine('m1', { address: '10.0.0.4', ...nic }, fields)

/** One floating rule for port 80 to one Linux VM that has everything; parts replace what has the same id, and the VM as a whole. */
export function working(...parts: readonly Resources[]): TopologyDocument {
  const own = parts.some((part) => 'virtualMachine/m1' in part)
  return documentOf(
    'working',
    loadBalancer(),
    network(),
    internalFrontend('app', '10.0.0.100'),
    pool('m1'),
    balance('http', 'app', 80),
    own ? {} : onlyMachine({}, { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] }),
    ...parts,
  )
}

/** `10.0.0.4:80`, with `*` for any ephemeral port. */
export const showEndpoint = ({ address, port }: Endpoint) =>
  `${address.includes(':') ? `[${address}]` : address}:${port ?? '*'}`

/** The headers of a trace in its order, immediate repetitions left out. */
export function headersOf({ hops }: Trace): string[] {
  const texts = hops.map(
    ({ source, destination }) => `${showEndpoint(source)} > ${showEndpoint(destination)}`,
  )
  return texts.filter((text, index) => text !== texts[index - 1])
}

/** How a trace ends, in one line. */
export function endOf({ verdict, at, reason, securityRule }: Trace): string {
  return [verdict, at, reason, securityRule === undefined ? [] : String(securityRule)].flat().join(' ')
}

/** How every trace of a flow ends; a problem where it cannot be read. */
export function endsOf(document: TopologyDocument, flow: Flow): string[] {
  const { traces, problem } = simulate(document, flow)
  return problem === undefined ? traces.map(endOf) : [`problem: ${problem}`]
}

/** A document, a flow in it, how each of its traces ends, and the headers of the first. */
export interface Case {
  readonly title: string
  readonly parts: readonly Resources[]
  readonly flow: Flow
  readonly ends: readonly string[]
  readonly headers: readonly string[]
}

/** Checks how flows end and what they look like on the way. */
export function itEnds(cases: readonly Case[]): void {
  it.each(cases)('$title', ({ parts, flow, ends, headers }) => {
    const document = working(...parts)
    expect(endsOf(document, flow)).toEqual(ends)
    const [first] = simulate(document, flow).traces
    expect(first && headersOf(first)).toEqual(headers)
  })
}

/** One line of a table of cases. */
export const row = (
  title: string,
  parts: readonly Resources[],
  flow: Flow,
  ends: readonly string[],
  ...headers: readonly string[]
): Case => ({ title, parts, flow, ends, headers })
