import type { Field, FieldKind } from '../../../core/topology/field.ts'
import { fieldAt } from '../../../core/topology/field-problems.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { summaries } from './summaries.ts'

/** A column that holds one field of each row. */
export interface FieldColumn {
  readonly kind: 'field'
  /** Dotted place of the field. */
  readonly key: string
  readonly label: string
  readonly field: Field<unknown>
  readonly width: number
}

/** A column that says what other tables hold about a row, and leads there. */
export interface SummaryColumn {
  readonly kind: 'summary'
  readonly key: string
  readonly label: string
  readonly width: number
  readonly to: ResourceType
  readonly text: (model: TopologyModel, id: string) => string
}

/** Columns about the row: what is wrong with it, how its packets fare, and its end. */
export interface ToolColumn {
  readonly kind: 'status' | 'verdict' | 'delete'
  readonly key: 'status' | 'verdict' | 'delete'
  readonly label: string
  readonly width: number
}

export type Column = FieldColumn | SummaryColumn | ToolColumn

/** The fields of a type in the order in which a table shows them; types that are not listed show theirs as they come. */
const chosen: { readonly [Type in ResourceType]?: readonly string[] } = {
  frontendIPConfiguration: [
    'name',
    'privateIPAddress',
    'publicIPAddress',
    'subnet',
    'loadBalancer',
    'guest.addressOwnership',
    'privateIPAllocationMethod',
    'privateIPAddressVersion',
    'publicIPPrefix',
    'zones',
    'gatewayLoadBalancer',
  ],
  loadBalancingRule: [
    'name',
    'frontendIPConfiguration',
    'protocol',
    'frontendPort',
    'backendPort',
    'enableFloatingIP',
    'backendAddressPool',
    'probe',
    'loadDistribution',
    'idleTimeoutInMinutes',
    'enableTcpReset',
    'disableOutboundSnat',
    'loadBalancer',
    'backendAddressPools',
    'enableConnectionTracking',
  ],
  inboundNatRule: [
    'name',
    'frontendIPConfiguration',
    'protocol',
    'frontendPort',
    'backendPort',
    'enableFloatingIP',
    'backendIPConfiguration',
    'backendAddressPool',
    'frontendPortRangeStart',
    'frontendPortRangeEnd',
    'idleTimeoutInMinutes',
    'enableTcpReset',
    'loadBalancer',
  ],
  probe: [
    'name',
    'protocol',
    'port',
    'requestPath',
    'intervalInSeconds',
    'probeThreshold',
    'numberOfProbes',
    'noHealthyBackendsBehavior',
    'loadBalancer',
  ],
  virtualMachine: [
    'name',
    'guest.os',
    'guest.firewall.enabled',
    'guest.ipForwarding',
    'guest.rpFilter',
    'guest.defaultNetworkInterface',
    'zone',
    'scaleSet',
    'guest.firewall.inboundAllow',
    'guest.portForwards',
    'guest.policyRoutes',
    'guest.connections',
  ],
  networkInterface: [
    'name',
    'virtualMachine',
    'enableIPForwarding',
    'networkSecurityGroup',
    'guest.name',
    'guest.addresses',
    'guest.weakHostReceive',
    'guest.weakHostSend',
    'guest.weakHostReceiveIPv6',
    'guest.weakHostSendIPv6',
    'guest.rpFilter',
  ],
  ipConfiguration: [
    'name',
    'networkInterface',
    'privateIPAddress',
    'subnet',
    'primary',
    'publicIPAddress',
    'privateIPAllocationMethod',
    'privateIPAddressVersion',
  ],
}

/** Labels that say too little outside of their group. */
const labels: { readonly [key: string]: string } = { 'guest.firewall.enabled': 'Guest firewall' }

const widths: { readonly [Kind in FieldKind['kind']]?: number } = {
  address: 136,
  prefix: 136,
  integer: 92,
  boolean: 92,
  choice: 116,
  reference: 160,
  list: 204,
}

/** Room for the words of a head and its arrow. */
const headWidth = (label: string): number => Math.ceil(label.length * 6.6 + 34)

function widthOf(key: string, label: string, { kind }: FieldKind): number {
  if (key === 'name') return 148
  return Math.max(widths[kind] ?? 140, headWidth(label))
}

function fieldColumn(type: ResourceType, key: string): FieldColumn | undefined {
  const field = fieldAt(type, key)
  if (!field) return undefined
  const label = labels[key] ?? field.label
  return { kind: 'field', key, label, field, width: widthOf(key, label, field.value) }
}

const takesPackets: readonly ResourceType[] = ['loadBalancingRule', 'inboundNatRule']
const verdictColumn: Column = { kind: 'verdict', key: 'verdict', label: 'Backends', width: 132 }

function columnsFor(type: ResourceType): readonly Column[] {
  const keys = chosen[type] ?? Object.keys(resourceDefinitions[type].fields)
  const [name, ...rest] = keys.flatMap((key): Column[] => {
    const column = fieldColumn(type, key)
    return column ? [column] : []
  })
  const summed = (summaries[type] ?? []).map(
    (summary): Column => ({
      kind: 'summary',
      width: Math.max(220, headWidth(summary.label)),
      ...summary,
    }),
  )
  return [
    ...(name ? [name] : []),
    { kind: 'status', key: 'status', label: 'Problems', width: 96 },
    ...(takesPackets.includes(type) ? [verdictColumn] : []),
    ...rest.slice(0, 1),
    ...summed,
    ...rest.slice(1),
    { kind: 'delete', key: 'delete', label: 'Delete', width: 64 },
  ]
}

const known = new Map<ResourceType, readonly Column[]>()

/** The columns of the table of a type. */
export function columnsOf(type: ResourceType): readonly Column[] {
  const columns = known.get(type) ?? columnsFor(type)
  known.set(type, columns)
  return columns
}
