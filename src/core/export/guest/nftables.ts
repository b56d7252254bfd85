import type { AddressFamily } from '../../topology/address.ts'
import type { FirewallEntry, PortForward } from './plan.ts'

/** The name of an address family in nftables' rules. */
const ip = (family: AddressFamily) => (family === 'IPv4' ? 'ip' : 'ip6')

/** A port forward as a rule. */
export function forwardRule({ protocol, family, address, port, toAddress, toPort }: PortForward): string {
  const target = family === 'IPv6' ? `[${toAddress}]` : toAddress
  return `${ip(family)} daddr ${address} ${protocol.toLowerCase()} dport ${port} dnat ${ip(family)} to ${target}:${toPort}`
}

/** What a firewall entry lets in, as a rule. */
export function acceptRule({
  protocol,
  port,
  family,
  localAddress,
  remotePrefix,
  device,
}: FirewallEntry): string {
  return [
    ...(device ? [`iifname "${device.name}"`] : []),
    ...(family && remotePrefix !== undefined ? [`${ip(family)} saddr ${remotePrefix}`] : []),
    ...(family && localAddress !== undefined ? [`${ip(family)} daddr ${localAddress}`] : []),
    `meta l4proto ${protocol === '*' ? '{ tcp, udp }' : protocol.toLowerCase()}`,
    ...(port === '*' ? [] : [`th dport ${port}`]),
    'accept',
  ].join(' ')
}
