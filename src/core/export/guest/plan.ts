import type { AddressFamily } from '../../topology/address.ts'
import type { Resource } from '../../topology/model.ts'

/** An interface of a guest by the name that its operating system uses. */
export interface Device {
  readonly name: string
  readonly kind: 'nic' | 'loopback'
  /** The interface in the document, or the machine where none is drawn. */
  readonly source: string
}

/** An address that a guest must hold, and on which interface. */
export interface PlannedAddress {
  readonly address: string
  /** With `/32` or `/128`. */
  readonly cidr: string
  readonly family: AddressFamily
  readonly device: Device
  /** The frontend that it is for, or the interface that it is drawn on. */
  readonly source: string
}

/** An address that exactly one guest holds at a time: the cluster puts it on the NIC, nobody on a loopback adapter. */
export interface ClusterAddress {
  readonly frontend: Resource<'frontendIPConfiguration'>
  readonly address: string
  readonly family: AddressFamily
  readonly device: Device
  readonly probe?: Resource<'probe'>
}

/** Windows weak host switches to turn on, of one interface and family. */
export interface WeakHost {
  readonly device: Device
  readonly family: AddressFamily
  readonly receive: boolean
  readonly send: boolean
}

/** Traffic that the guest's firewall must let in. Absent: any. */
export interface FirewallEntry {
  readonly protocol: 'Tcp' | 'Udp' | '*'
  readonly port: number | '*'
  readonly family?: AddressFamily
  readonly localAddress?: string
  readonly remotePrefix?: string
  readonly device?: Device
  /** The rule or probe that needs it, or the machine whose firewall it is drawn in. */
  readonly source: string
}

/** What leaves from an address goes by this NIC. */
export interface PolicyRoute {
  /** A prefix, or `all`. */
  readonly from: string
  readonly family: AddressFamily
  readonly device: Device
  /** The NIC's own table, and the place of the policy. */
  readonly table: number
  readonly preference: number
  readonly gateway?: string
  readonly source: string
}

/** A port on which something must listen. */
export interface Service {
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
  /** Where a service for any address would not do: UDP answers from the address it is bound to. */
  readonly address?: string
  readonly source: string
}

export interface PortForward {
  readonly protocol: 'Tcp' | 'Udp'
  readonly family: AddressFamily
  readonly address: string
  readonly port: number
  readonly toAddress: string
  readonly toPort: number
}

/** Everything that a guest needs so that what the diagram sends to it is answered. */
export interface GuestPlan {
  readonly machine: Resource<'virtualMachine'>
  /** Absent where nobody has said. */
  readonly os: 'windows' | 'linux' | undefined
  /** A name for files, unique in the document. */
  readonly fileName: string
  readonly nics: readonly Device[]
  readonly families: readonly AddressFamily[]
  readonly addresses: readonly PlannedAddress[]
  readonly clusterAddresses: readonly ClusterAddress[]
  readonly weakHost: readonly WeakHost[]
  /** Whether the diagram turns the firewall on: what is not let in is dropped. */
  readonly firewallOn: boolean
  readonly firewall: readonly FirewallEntry[]
  readonly forwarding: boolean
  /** Linux `rp_filter` of all interfaces, or of one. */
  readonly rpFilter: readonly { readonly device?: Device; readonly value: number }[]
  readonly policyRoutes: readonly PolicyRoute[]
  readonly portForwards: readonly PortForward[]
  readonly services: readonly Service[]
  /** What is wrong with the machine in the diagram, as sentences. */
  readonly errors: readonly string[]
  /** What had to change or cannot be said, as sentences. */
  readonly notes: readonly string[]
}
