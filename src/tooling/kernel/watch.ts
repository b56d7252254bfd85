import type { Endpoint } from '../../core/simulator/trace.ts'
import { canonicalAddress, familyOf } from '../../core/topology/address.ts'

/** A packet that passed a watched place: by which interface, and with which header. */
export interface Sighting {
  readonly device: string
  readonly source: Endpoint
  readonly destination: Endpoint
}

/** What was seen at each place: TCP and UDP by header, and who reported a port as unreachable. */
export type Sightings = Readonly<Record<string, readonly Sighting[]>>

interface Place {
  readonly name: string
  readonly hook: 'prerouting' | 'input'
  readonly priority: number
}

const headers = [
  { set: 'tcp4', type: 'ipv4_addr', match: 'meta nfproto ipv4 meta l4proto tcp', ip: 'ip' },
  { set: 'udp4', type: 'ipv4_addr', match: 'meta nfproto ipv4 meta l4proto udp', ip: 'ip' },
  { set: 'tcp6', type: 'ipv6_addr', match: 'meta nfproto ipv6 meta l4proto tcp', ip: 'ip6' },
  { set: 'udp6', type: 'ipv6_addr', match: 'meta nfproto ipv6 meta l4proto udp', ip: 'ip6' },
]

const unreachable = [
  { set: 'icmp4', type: 'ipv4_addr', match: 'icmp type destination-unreachable', ip: 'ip' },
  { set: 'icmp6', type: 'ipv6_addr', match: 'icmpv6 type destination-unreachable', ip: 'ip6' },
]

/** An nftables table that notes every packet at some places. Sets hold what was seen, so that one listing reads it all. */
export function watchRules(places: readonly Place[]): string {
  const flags = 'flags dynamic; size 65535;'
  const sets = places.flatMap(({ name }) => [
    ...headers.map(
      ({ set, type }) =>
        `set ${name}_${set} { type iface_index . ${type} . inet_service . ${type} . inet_service; ${flags} }`,
    ),
    ...unreachable.map(
      ({ set, type }) => `set ${name}_${set} { type iface_index . ${type} . ${type}; ${flags} }`,
    ),
  ])
  const chains = places.map(({ name, hook, priority }) =>
    [
      `chain ${name} { type filter hook ${hook} priority ${priority}`,
      ...headers.map(
        ({ set, match, ip }) =>
          `${match} add @${name}_${set} { iif . ${ip} saddr . th sport . ${ip} daddr . th dport }`,
      ),
      ...unreachable.map(
        ({ set, match, ip }) => `${match} add @${name}_${set} { iif . ${ip} saddr . ${ip} daddr }`,
      ),
      '}',
    ].join('\n'),
  )
  return [
    'table inet watch',
    'delete table inet watch',
    'table inet watch {',
    ...sets,
    ...chains,
    '}',
    '',
  ].join('\n')
}

type Element = { readonly concat: readonly (string | number)[] }

function sighting({ concat }: Element): Sighting {
  const [device, source, ...rest] = concat
  const address = (text: unknown) => (familyOf(String(text)) ? canonicalAddress(String(text)) : String(text))
  const [sourcePort, destination, port] = rest.length === 1 ? [null, rest[0], null] : rest
  return {
    device: String(device),
    source: { address: address(source), port: sourcePort as number | null },
    destination: { address: address(destination), port: port as number | null },
  }
}

/** Reads nftables' own listing of the watching table. */
export function readSightings(listing: string): Sightings {
  const { nftables } = JSON.parse(listing) as {
    nftables: readonly { readonly set?: { readonly name: string; readonly elem?: readonly Element[] } }[]
  }
  return Object.fromEntries(
    nftables.flatMap(({ set }) => (set ? [[set.name, (set.elem ?? []).map(sighting)] as const] : [])),
  )
}
