import { generate } from '../../core/scenarios/generate.ts'
import type { Layout, TopologyDocument } from '../../core/topology/document.ts'

/** Load balancer, virtual network, subnet, pool and the clients nobody drew. */
const others = 5

/** Places in rows and columns of one cell size, so many that the whole is about as wide as it is high. */
function grid(ids: readonly string[], left: number, rows: number, cell: readonly [number, number]): Layout {
  return Object.fromEntries(
    ids.map((id, index) => [
      id,
      { x: left + cell[0] * Math.floor(index / rows), y: cell[1] * (index % rows) },
    ]),
  )
}

/** A document that makes so many nodes on the canvas, packed so that a window shows many of them. */
export function diagramOf(nodes: number): TopologyDocument {
  const frontends = Math.ceil((nodes - others) / 3)
  const document = generate(frontends, nodes - others - 2 * frontends)
  const ids = (type: string) => Object.keys(document.resources).filter((id) => id.startsWith(`${type}/`))
  const rows = Math.ceil(Math.sqrt(frontends * 3.5))
  const columns = Math.ceil(frontends / rows)
  const pool = 360 * columns + 32
  const layout: Layout = {
    ...grid(ids('frontendIPConfiguration'), 0, rows, [360, 168]),
    ...grid(ids('loadBalancingRule'), 176, rows, [360, 168]),
    ...grid(ids('backendAddressPool'), pool, 1, [0, 0]),
    ...grid(ids('virtualMachine'), pool + 240, rows * 2, [288, 80]),
    'loadBalancer/lb': { x: -16, y: -48 },
    'subnet/subnet': { x: pool + 232, y: -32 },
    'virtualNetwork/vnet': { x: pool + 224, y: -56 },
  }
  return { ...document, layout }
}
