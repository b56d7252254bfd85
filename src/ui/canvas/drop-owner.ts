import type { DrawingNode } from '../../core/drawing/to-drawing.ts'
import type { NodeType } from '../../core/edit/containers.ts'
import { contains, type Point } from '../../core/edit/geometry.ts'

/** From the innermost outwards: a thing dropped on a VM in a subnet is dropped on the VM. */
const depths: Partial<Record<NodeType, number>> = { subnet: 1, loadBalancer: 1, virtualNetwork: 2 }

/** What lies under a point, the innermost first. */
export function nodesAt(nodes: readonly DrawingNode[], point: Point): readonly DrawingNode[] {
  return nodes
    .filter(({ box, synthetic }) => !synthetic && contains(box, point))
    .sort((a, b) => (depths[a.type] ?? 0) - (depths[b.type] ?? 0))
}
