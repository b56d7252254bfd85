import { type AddressFamily, familyOf, parsePrefix } from '../../core/topology/address.ts'
import type { Resource } from '../../core/topology/model.ts'

type GuestFields = NonNullable<Resource<'virtualMachine'>['guest']>
type Allowed = NonNullable<NonNullable<GuestFields['firewall']>['inboundAllow']>[number]

const matchOf: Record<AddressFamily, string> = { IPv4: 'ip', IPv6: 'ip6' }

/** `tcp`, `udp`, or a set of both for any. */
const protocolName = (protocol: string) => (protocol === '*' ? '{ tcp, udp }' : protocol.toLowerCase())

function portForward(forward: NonNullable<GuestFields['portForwards']>[number]): string[] {
  const { protocol, address, port, toAddress, toPort } = forward
  const family = familyOf(address)
  if (!protocol || !family || !port || !toAddress || !toPort || familyOf(toAddress) !== family) return []
  const ip = matchOf[family]
  const target = family === 'IPv6' ? `[${toAddress}]` : toAddress
  return [`${ip} daddr ${address} ${protocol.toLowerCase()} dport ${port} dnat ${ip} to ${target}:${toPort}`]
}

/** An entry is several lines where it names remote addresses; one that names only service tags is none. */
function allow(
  { protocol, port, localAddress, remoteAddresses, networkInterface }: Allowed,
  nics: readonly string[],
) {
  if (protocol === undefined || port === undefined) return []
  const device = nics.indexOf(networkInterface ?? '')
  if (networkInterface !== undefined && device < 0) return []
  const local = familyOf(localAddress)
  const base = [
    ...(networkInterface === undefined ? [] : [`iifname "nic${device}"`]),
    ...(local ? [`${matchOf[local]} daddr ${localAddress}`] : []),
    `meta l4proto ${protocolName(protocol)}`,
    ...(port === '*' ? [] : [`th dport ${port}`]),
  ]
  const remotes = remoteAddresses ?? []
  if (remotes.length === 0 || remotes.includes('*')) return [[...base, 'accept'].join(' ')]
  return remotes.flatMap((text) => {
    const prefix = parsePrefix(text)
    if (!prefix || (local && local !== prefix.family)) return []
    return [[`${matchOf[prefix.family]} saddr ${text}`, ...base, 'accept'].join(' ')]
  })
}

/** The guest's port forwards and firewall as nftables rules. `onlyContainers`: it passes on what it forwarded and nothing else. */
export function firewallRules(guest: GuestFields, nics: readonly string[], onlyContainers: boolean): string {
  const forwards = (guest.portForwards ?? []).flatMap(portForward)
  const allowed = (guest.firewall?.inboundAllow ?? []).flatMap((entry) => allow(entry, nics))
  const filter = [
    'policy drop',
    'iifname "lo" accept',
    'ct state established,related accept',
    // Without neighbour discovery nothing of IPv6 works, and no rule of a document is about it.
    'meta l4proto ipv6-icmp accept',
    ...allowed,
  ]
  return [
    'table inet guest {',
    'chain forwards { type nat hook prerouting priority -100',
    ...forwards,
    '}',
    'chain received { type filter hook input priority 0',
    ...(guest.firewall?.enabled === true ? filter : []),
    '}',
    'chain passed { type filter hook forward priority 0',
    ...(onlyContainers
      ? ['policy drop', 'ct status dnat accept', 'ct state established,related accept']
      : []),
    '}',
    '}',
    '',
  ].join('\n')
}
