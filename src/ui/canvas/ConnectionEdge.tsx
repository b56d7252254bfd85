import { memo } from 'react'
import type { Edge, EdgeProps } from 'reactflow'
import { curveBetween, curvePath } from '../../core/drawing/bezier.ts'
import type { Identity } from '../../core/topology/identity.ts'
import { identityClass } from '../components/IdentityMark.tsx'

export type FlowEdge = Edge<{
  readonly [key: string]: unknown
  readonly style: 'plain' | 'thin' | 'dashed'
  readonly identity?: Identity
  /** The watched packet goes along it. */
  readonly onPath: boolean
  /** How far below its handle it leaves. */
  readonly shift: number
  /** One of its ends is selected. */
  readonly near: boolean
}>

/** Half of a handle: React Flow gives the handle's outer edge, the line ends at the node. */
const reach = 6

/** A line between two nodes, in the colour of its frontend. */
export const ConnectionEdge = memo(({ sourceX, sourceY, targetX, targetY, data }: EdgeProps<FlowEdge>) => {
  const path = curvePath(
    curveBetween({ x: sourceX - reach, y: sourceY + (data?.shift ?? 0) }, { x: targetX + reach, y: targetY }),
  )
  const look = [
    `connection connection--${data?.style ?? 'plain'}`,
    identityClass(data?.identity),
    data?.onPath && 'connection--on-path',
    data?.near && 'connection--near',
  ]
  return <path className={look.filter(Boolean).join(' ')} d={path} />
})
ConnectionEdge.displayName = 'ConnectionEdge'
