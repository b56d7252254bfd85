import { prefixContains, sameAddress } from '../topology/address.ts'
import type { Resource } from '../topology/model.ts'

/** A packet at the guest's firewall. */
export interface GuestPacket {
  readonly protocol: 'Tcp' | 'Udp'
  readonly source: string
  readonly address: string
  readonly port: number
  readonly networkInterface: string
}

type GuestData = NonNullable<Resource<'virtualMachine'>['guest']>

/** Whether the firewall of a guest lets a packet in. One that is off lets everything in. */
export function firewallAllows({ firewall }: GuestData, packet: GuestPacket): boolean {
  const { protocol, source, address, port, networkInterface } = packet
  if (!firewall?.enabled) return true
  return (firewall.inboundAllow ?? []).some(
    (allow) =>
      (allow.protocol === '*' || allow.protocol === protocol) &&
      (allow.port === '*' || allow.port === port) &&
      (allow.localAddress === undefined || sameAddress(allow.localAddress, address)) &&
      (allow.networkInterface === undefined || allow.networkInterface === networkInterface) &&
      ((allow.remoteAddresses ?? []).length === 0 ||
        allow.remoteAddresses?.some((remote) => remote === '*' || prefixContains(remote, source))),
  )
}
