import {
  type AddressFamily,
  addressOfCidr,
  familyOf,
  knownAddress,
  type Prefix,
  parsePrefix,
} from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'

/** An address that a guest holds, and the field that says so. One that is not known is the id of its IP configuration. */
export interface GuestAddress {
  readonly address: string
  readonly family: AddressFamily
  readonly prefix: Prefix | undefined
  readonly path: string
}

/** A NIC or loopback adapter as the guest operating system sees it. */
export interface GuestInterface {
  readonly resource: Resource<'networkInterface'> | Resource<'loopbackInterface'>
  readonly isLoopback: boolean
  /** The name inside the guest: `Ethernet`, `eth0`, `lo`. */
  readonly name: string
  readonly addresses: readonly GuestAddress[]
  readonly weakHostReceive: Readonly<Record<AddressFamily, boolean>>
  readonly weakHostSend: Readonly<Record<AddressFamily, boolean>>
}

const byFamily = (IPv4: boolean | undefined, IPv6: boolean | undefined) => ({
  IPv4: IPv4 ?? false,
  IPv6: IPv6 ?? false,
})

function heldAddress(cidr: string, path: string): GuestAddress[] {
  const prefix = parsePrefix(cidr)
  return prefix ? [{ address: addressOfCidr(cidr), family: prefix.family, prefix, path }] : []
}

/** A NIC in its guest: the addresses of its IP configurations, the primary one first, and those added beyond them. */
export function networkInterfaceView(
  model: TopologyModel,
  nic: Resource<'networkInterface'>,
): GuestInterface {
  const configured = model
    .ipConfigurationsOf(nic.id)
    .toSorted((one, other) => Number(other.primary ?? false) - Number(one.primary ?? false))
    .map(({ id, privateIPAddress, privateIPAddressVersion }): GuestAddress => {
      const address = knownAddress(privateIPAddress) ?? id
      const family = familyOf(address) ?? privateIPAddressVersion ?? 'IPv4'
      return { address, family, prefix: parsePrefix(address), path: '' }
    })
  const added = (nic.guest?.addresses ?? []).flatMap((cidr, index) =>
    heldAddress(cidr, `guest.addresses.${index}`),
  )
  return {
    resource: nic,
    isLoopback: false,
    name: nic.guest?.name ?? nic.name,
    addresses: [...configured, ...added],
    weakHostReceive: byFamily(nic.guest?.weakHostReceive, nic.guest?.weakHostReceiveIPv6),
    weakHostSend: byFamily(nic.guest?.weakHostSend, nic.guest?.weakHostSendIPv6),
  }
}

/** A loopback adapter in its guest. */
export function loopbackView(loopback: Resource<'loopbackInterface'>): GuestInterface {
  return {
    resource: loopback,
    isLoopback: true,
    name: loopback.name,
    addresses: (loopback.addresses ?? []).flatMap((cidr, index) => heldAddress(cidr, `addresses.${index}`)),
    weakHostReceive: byFamily(loopback.weakHostReceive, loopback.weakHostReceiveIPv6),
    weakHostSend: byFamily(loopback.weakHostSend, loopback.weakHostSendIPv6),
  }
}

/** An address of the interface `lo` with a prefix that makes others local too. */
export interface LocalPrefix {
  readonly interface: GuestInterface
  readonly held: GuestAddress
}

/** Prefixes on `lo` of a Linux guest that make more than one address local. */
export function localPrefixes(interfaces: readonly GuestInterface[]): readonly LocalPrefix[] {
  return interfaces.flatMap((one) =>
    one.isLoopback && isLo(one)
      ? one.addresses
          .filter(({ prefix }) => prefix?.family === 'IPv4' && prefix.length < 32)
          .map((held) => ({ interface: one, held }))
      : [],
  )
}
