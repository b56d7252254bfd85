import { type Board, nodeGap } from './board.ts'
import { contentsOf, type NodeType, nodeTypeOf } from './containers.ts'
import { bottom, type Point } from './geometry.ts'
import { containerPadding } from './node-boxes.ts'

const columns = { frontends: 8, rules: 184, pools: 352 } as const

const ruleTypes: readonly (NodeType | undefined)[] = ['loadBalancingRule', 'inboundNatRule', 'outboundRule']

/** How far from the left edge of its load balancer a node of this type stands. */
export function columnOf(type: NodeType | undefined): number {
  if (type === 'backendAddressPool') return columns.pools
  return ruleTypes.includes(type) ? columns.rules : columns.frontends
}

function frontendsOfRule(board: Board, id: string): readonly string[] {
  const fields = board.model.get(id) as {
    readonly frontendIPConfiguration?: string
    readonly frontendIPConfigurations?: readonly string[]
  }
  const one = fields.frontendIPConfiguration
  return one === undefined ? (fields.frontendIPConfigurations ?? []) : [one]
}

/** Columns of frontends, rules and pools: rules beside their frontend, a pool beside the first rule that uses it. */
export function arrangeLoadBalancer(board: Board, loadBalancer: string, origin: Point): void {
  const { model } = board
  const children = contentsOf(model, loadBalancer)
  const frontends = children.filter((id) => nodeTypeOf(id) === 'frontendIPConfiguration')
  const rules = children.filter((id) => ruleTypes.includes(nodeTypeOf(id)))
  const pools = children.filter((id) => nodeTypeOf(id) === 'backendAddressPool')
  const columnX = (ids: readonly string[], offset: number) => {
    const placed = ids.flatMap((id) => board.boxOf(id)?.x ?? [])
    return placed.length > 0 ? Math.min(...placed) : origin.x + offset
  }
  const x = {
    frontends: columnX(frontends, columns.frontends),
    rules: columnX(rules, columns.rules),
    pools: columnX(pools, columns.pools),
  }
  const rulesOf = new Map<string | undefined, string[]>()
  for (const id of rules) {
    const frontend = frontendsOfRule(board, id)[0]
    const known = frontend !== undefined && frontends.includes(frontend) ? frontend : undefined
    rulesOf.set(known, [...(rulesOf.get(known) ?? []), id])
  }
  const putRules = (frontend: string | undefined, y: number) => {
    let lowest = y
    for (const id of rulesOf.get(frontend) ?? []) {
      if (!board.has(id)) lowest = bottom(board.put(id, { x: x.rules, y: lowest })) + nodeGap
    }
    return lowest
  }

  for (const id of frontends) if (board.has(id)) putRules(id, board.boxOf(id)?.y ?? origin.y)
  const top = origin.y + containerPadding.loadBalancer.top
  const bottoms = [...frontends, ...rules].flatMap((id) => {
    const box = board.boxOf(id)
    return box ? bottom(box) + nodeGap : []
  })
  let y = bottoms.length > 0 ? Math.max(...bottoms) : top
  for (const id of frontends) {
    if (board.has(id)) continue
    const box = board.put(id, { x: x.frontends, y })
    y = Math.max(bottom(box) + nodeGap, putRules(id, box.y))
  }
  putRules(undefined, y)

  for (const id of pools) {
    if (board.has(id)) continue
    const users = rules.filter((one) => model.referrersTo(id).some(({ source }) => source === one))
    const tops = users.flatMap((one) => board.boxOf(one)?.y ?? [])
    board.put(id, { x: x.pools, y: tops.length > 0 ? Math.min(...tops) : top })
  }
}
