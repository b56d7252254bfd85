import type { NodeType } from '../../edit/containers.ts'
import type { Size } from '../../edit/geometry.ts'
import { machineWidth } from '../../edit/machine-height.ts'
import { poolLines } from '../../edit/pool-lines.ts'
import type { ClientView, CommonView, LoadBalancingRuleView, PoolView, VirtualMachineView } from './view.ts'
import { virtualMachineHeight } from './virtual-machine.ts'

const onGrid = (height: number) => Math.ceil(height / 8) * 8

/** A line with a chip. */
const chipLine = 26
export const poolHeader = 60
export const poolMember = 24

/** The height of a pool: each member it names has a line, the rest share one. */
const poolHeight = ({ members, collapsed }: PoolView) =>
  poolHeader + poolMember * poolLines(members.length, collapsed) + 8

/** Whose verdict it is has a line of its own. */
const clientLine = ({ verdict }: LoadBalancingRuleView) => (verdict?.client === undefined ? 0 : 18)

const heights: {
  readonly [T in Exclude<NodeType, 'loadBalancer' | 'virtualNetwork' | 'subnet'>]: (view: never) => number
} = {
  client: ({ addresses }: ClientView) => 62 + chipLine * Math.max(1, addresses.length),
  frontendIPConfiguration: ({ chips }: CommonView) => 88 + chipLine * chips.length,
  loadBalancingRule: (view: LoadBalancingRuleView) => 114 + 24 * view.chips.length + clientLine(view),
  inboundNatRule: (view: LoadBalancingRuleView) => 136 + clientLine(view),
  outboundRule: () => 88,
  backendAddressPool: poolHeight,
  virtualMachine: (view: VirtualMachineView) => virtualMachineHeight(view),
}

const widths: { readonly [T in keyof typeof heights]: number } = {
  client: 144,
  frontendIPConfiguration: 152,
  loadBalancingRule: 144,
  inboundNatRule: 144,
  outboundRule: 144,
  backendAddressPool: 104,
  virtualMachine: machineWidth,
}

/** The size of a node that is no container, from what it shows: nothing is measured. */
export function sizeOf(type: keyof typeof heights, view: CommonView): Size {
  return { width: widths[type], height: onGrid(heights[type](view as never)) }
}
