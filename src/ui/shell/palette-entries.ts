import type { CreateKind } from '../../core/edit/create.ts'
import type { ResourceType } from '../../core/topology/resource-type.ts'

/** One thing that can be dragged onto the canvas. */
export interface PaletteEntry {
  readonly kind: CreateKind
  readonly type: ResourceType
  readonly label: string
  /** The single key that adds it while the canvas has the focus. */
  readonly key: string
}

interface PaletteGroup {
  readonly label: string
  readonly entries: readonly PaletteEntry[]
}

/** What can be dragged onto the canvas, in the order of the palette. */
export const paletteGroups: readonly PaletteGroup[] = [
  {
    label: 'Load balancer',
    entries: [
      { kind: 'loadBalancer', type: 'loadBalancer', label: 'Load balancer', key: 'D' },
      { kind: 'internalFrontend', type: 'frontendIPConfiguration', label: 'Internal frontend IP', key: 'F' },
      { kind: 'publicFrontend', type: 'publicIPAddress', label: 'Public frontend IP', key: 'P' },
      { kind: 'loadBalancingRule', type: 'loadBalancingRule', label: 'Load-balancing rule', key: 'R' },
      { kind: 'inboundNatRule', type: 'inboundNatRule', label: 'Inbound NAT rule', key: 'N' },
      { kind: 'backendAddressPool', type: 'backendAddressPool', label: 'Backend pool', key: 'B' },
      { kind: 'probe', type: 'probe', label: 'Health probe', key: 'H' },
    ],
  },
  {
    label: 'Guest',
    entries: [
      { kind: 'virtualMachine', type: 'virtualMachine', label: 'Virtual machine', key: 'V' },
      { kind: 'loopbackInterface', type: 'loopbackInterface', label: 'Loopback adapter', key: 'L' },
      { kind: 'listener', type: 'listener', label: 'Listener', key: 'A' },
    ],
  },
  {
    label: 'Network',
    entries: [
      { kind: 'client', type: 'client', label: 'Client', key: 'C' },
      { kind: 'virtualNetwork', type: 'virtualNetwork', label: 'Virtual network', key: 'W' },
      { kind: 'subnet', type: 'subnet', label: 'Subnet', key: 'S' },
      { kind: 'networkSecurityGroup', type: 'networkSecurityGroup', label: 'Security group', key: 'G' },
    ],
  },
]

export const paletteEntries: readonly PaletteEntry[] = paletteGroups.flatMap(({ entries }) => entries)
