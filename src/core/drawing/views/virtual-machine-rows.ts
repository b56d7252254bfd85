import type { Identity } from '../../topology/identity.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { GuestVerdict } from '../verdicts.ts'
import { chipOf, identityIn } from './common.ts'
import type { AddressView, ChipView, Problems } from './view.ts'

/** Windows' weak host switches of one interface. */
export interface WeakHostView {
  readonly receive: boolean
  readonly send: boolean
  /** The field of each on the resource. */
  readonly paths: { readonly receive: string; readonly send: string }
}

interface RowBase {
  readonly key: string
  /** Distance from the top of the node. */
  readonly y: number
  readonly height: number
  /** Where it shares its line: from the left of the node, and how wide it is. */
  readonly x?: number
  readonly width?: number
}

export interface InterfaceRow extends RowBase {
  readonly kind: 'nic' | 'loopback'
  readonly id: string
  readonly name: string
  /** The name that renaming changes: a NIC shows the guest's name for it. */
  readonly ownName: string
  readonly addresses: readonly (AddressView & { readonly id?: string })[]
  readonly weakHost?: WeakHostView
  readonly chips: readonly ChipView[]
}

export interface MissingRow extends RowBase {
  readonly kind: 'missing'
  readonly address: AddressView
}

export interface ForwardRow extends RowBase {
  readonly kind: 'forward'
  readonly name: string
  readonly from: string
  readonly to: string
}

export interface ListenerRow extends RowBase {
  readonly kind: 'listener'
  readonly id: string
  readonly name: string
  readonly ownName: string
  /** The port, with the address where it is bound to one. */
  readonly socket: string
  readonly title: string
  readonly running: boolean
  readonly identity?: Identity
}

/** Stands for the listeners that are not shown, or folds them again. */
export interface MoreRow extends RowBase {
  readonly kind: 'more'
  readonly words: string
  /** The listeners that are not shown. */
  readonly hidden: readonly string[]
  /** What is wrong with any of them. */
  readonly problems?: Problems
}

/** Where there is nothing to show, what to know of it. */
export interface UnknownRow extends RowBase {
  readonly kind: 'unknown'
  readonly text: string
}

/** What the guest makes of packets: one line for each destination. */
export interface SeesRow extends RowBase {
  readonly kind: 'sees'
  readonly tone: GuestVerdict['tone']
  readonly lines: readonly string[]
}

/** A row of a VM in full view, with its place. What is below the NICs stands inside the guest boundary. */
export type VirtualMachineRow =
  | InterfaceRow
  | MissingRow
  | ForwardRow
  | ListenerRow
  | MoreRow
  | UnknownRow
  | SeesRow

/** Whether a row shows a thing, or stands for it because it is folded. */
export const standsForThing = (row: VirtualMachineRow, id: string | undefined): boolean =>
  row.key === id || (row.kind === 'more' && id !== undefined && row.hidden.includes(id))

/** The row without its place. */
export type RowContent = VirtualMachineRow extends infer Row
  ? Row extends VirtualMachineRow
    ? Omit<Row, 'y' | 'height' | 'x' | 'width'>
    : never
  : never

export const headerHeight = 30
const line = 24
const addressLine = 22

/** How tall lines on what becomes of packets are drawn. */
export const seesHeight = (lines: number) => 4 + 16 * lines

/** How tall a row is drawn. */
export function rowHeight(row: RowContent): number {
  switch (row.kind) {
    case 'nic':
    case 'loopback':
      return (
        5 +
        Math.max(1, row.addresses.length) * addressLine +
        (row.weakHost ? 15 : 0) +
        (row.chips.length > 0 ? line + 2 : 0)
      )
    case 'missing':
      return 28
    case 'sees':
      return seesHeight(row.lines.length)
    default:
      return line
  }
}

type Interface = Resource<'networkInterface'>['guest'] | Resource<'loopbackInterface'>

function weakHostOf(
  holder: Interface,
  addresses: readonly (string | undefined)[],
  os: string | undefined,
  base: '' | 'guest.',
): { weakHost?: WeakHostView } {
  if (os !== 'windows') return {}
  const onlyIPv6 = addresses.length > 0 && addresses.every((address) => address?.includes(':'))
  const receive = onlyIPv6 ? holder?.weakHostReceiveIPv6 : holder?.weakHostReceive
  const send = onlyIPv6 ? holder?.weakHostSendIPv6 : holder?.weakHostSend
  const family = onlyIPv6 ? 'IPv6' : ''
  const paths = { receive: `${base}weakHostReceive${family}`, send: `${base}weakHostSend${family}` }
  return { weakHost: { receive: receive ?? false, send: send ?? false, paths } }
}

const bare = (address: string) => address.split('/')[0] ?? address

export function nicRow(
  model: TopologyModel,
  nic: Resource<'networkInterface'>,
  os: string | undefined,
): RowContent {
  const configurations = model.ipConfigurationsOf(nic.id)
  const own = configurations.map(({ id, name, privateIPAddress }) => ({ id, text: privateIPAddress ?? name }))
  const added = (nic.guest?.addresses ?? []).map((address) => ({ text: bare(address) }))
  const chip = chipOf(model, nic.networkSecurityGroup)
  return {
    kind: 'nic',
    key: nic.id,
    id: nic.id,
    name: nic.guest?.name ?? nic.name,
    ownName: nic.name,
    addresses: [...own, ...added],
    ...weakHostOf(
      nic.guest,
      configurations.map(({ privateIPAddress }) => privateIPAddress),
      os,
      'guest.',
    ),
    chips: chip ? [chip] : [],
  }
}

export function loopbackRow(
  loopback: Resource<'loopbackInterface'>,
  os: string | undefined,
  identities: ReadonlyMap<string, Identity>,
): RowContent {
  const addresses = loopback.addresses ?? []
  return {
    kind: 'loopback',
    key: loopback.id,
    id: loopback.id,
    name: loopback.name,
    ownName: loopback.name,
    addresses: addresses.map((address) => ({
      text: /\/(32|128)$/.test(address) ? bare(address) : address,
      ...identityIn(identities, bare(address)),
    })),
    ...weakHostOf(loopback, addresses, os, ''),
    chips: [],
  }
}
