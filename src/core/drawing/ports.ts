import type { NodeType } from '../edit/containers.ts'
import type { Size } from '../edit/geometry.ts'
import { namedOf } from '../edit/pool-lines.ts'
import { poolHeader, poolMember } from './views/sizes.ts'
import type { CommonView, PoolView, VirtualMachineView } from './views/view.ts'

/** A place on a node's side where lines end. Distances are from the node's top left corner. */
export interface Port {
  readonly id: string
  readonly side: 'left' | 'right'
  readonly y: number
}

/** Frontends and rules in one row are joined by a straight line. */
const lineY = 48

function memberPorts({ members, collapsed }: PoolView): Port[] {
  const named = namedOf(members.length, collapsed)
  return members.flatMap(({ id }, index) =>
    id === undefined
      ? []
      : [{ id, side: 'right', y: poolHeader + poolMember * (Math.min(index, named) + 0.5) }],
  )
}

function machineY({ detail, rows }: VirtualMachineView): number {
  const nic = rows.find(({ kind }) => kind === 'nic')
  return detail === 'row' || !nic ? 22 : nic.y + 16
}

/** Where lines end on a node. Handles for the pointer stand at `in` and `out`. */
export function portsOf(type: NodeType, view: CommonView, size: Size): readonly Port[] {
  switch (type) {
    case 'client':
      return [{ id: 'out', side: 'right', y: size.height / 2 }]
    case 'frontendIPConfiguration':
    case 'loadBalancingRule':
    case 'inboundNatRule':
    case 'outboundRule':
      return [
        { id: 'in', side: 'left', y: lineY },
        { id: 'out', side: 'right', y: lineY },
      ]
    case 'backendAddressPool':
      return [
        { id: 'in', side: 'left', y: lineY },
        { id: 'out', side: 'right', y: lineY },
        ...memberPorts(view as PoolView),
      ]
    case 'virtualMachine':
      return [{ id: 'in', side: 'left', y: machineY(view as VirtualMachineView) }]
    default:
      return []
  }
}

/** Where on the canvas a port is. */
export function portPoint(
  box: { readonly x: number; readonly y: number; readonly width: number },
  port: Port,
): { readonly x: number; readonly y: number } {
  return { x: port.side === 'left' ? box.x : box.x + box.width, y: box.y + port.y }
}
