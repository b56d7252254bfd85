import { type Board, nodeGap } from './board.ts'
import { contentsOf, type NodeType, nodeTypeOf } from './containers.ts'
import { bottom, grid, type Point } from './geometry.ts'
import { containerPadding, sizeOfNode } from './node-boxes.ts'

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

/** About how high a load balancer with nothing placed in it becomes. */
export function roughHeight(board: Board, loadBalancer: string): number {
  const heights = { frontends: 0, rules: 0, pools: 0 }
  for (const id of contentsOf(board.model, loadBalancer)) {
    const type = nodeTypeOf(id)
    const column = type === 'backendAddressPool' ? 'pools' : ruleTypes.includes(type) ? 'rules' : 'frontends'
    heights[column] += sizeOfNode(board.model, id).height + nodeGap
  }
  return containerPadding.loadBalancer.top + Math.max(...Object.values(heights))
}

const mostInOnePair = 8
const pairWidth = columns.pools - columns.frontends

/** How many pairs of columns, frontends and rules, many frontends need beside their machines to fit a wide screen, and how high they become. */
function columnPairs(board: Board, frontends: readonly string[], rules: readonly string[]) {
  const heightOf = (id: string) => sizeOfNode(board.model, id).height + nodeGap
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + heightOf(id), 0)
  if (frontends.length <= mostInOnePair) return { count: 1, height: Number.POSITIVE_INFINITY }
  const total = Math.max(sum(frontends), sum(rules))
  const count = Math.max(1, Math.round(Math.sqrt((total * 16) / 9 / (2 * pairWidth))))
  return { count, height: Math.ceil(total / count / grid) * grid }
}

/** Columns of frontends, rules and pools, many of them in several pairs: rules beside their frontend, a pool beside the first rule that uses it. */
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
  const isFresh = bottoms.length === 0
  const pairs = isFresh
    ? columnPairs(board, frontends, rules)
    : { count: 1, height: Number.POSITIVE_INFINITY }
  let y = isFresh ? top : Math.max(...bottoms)
  for (const id of frontends) {
    if (board.has(id)) continue
    if (y >= top + pairs.height) {
      x.frontends += pairWidth
      x.rules += pairWidth
      y = top
    }
    const box = board.put(id, { x: x.frontends, y })
    y = Math.max(bottom(box) + nodeGap, putRules(id, box.y))
  }
  putRules(undefined, y)
  if (pools.every((id) => !board.has(id))) x.pools += (pairs.count - 1) * pairWidth

  for (const id of pools) {
    if (board.has(id)) continue
    const users = rules.filter((one) => model.referrersTo(id).some(({ source }) => source === one))
    const tops = users.flatMap((one) => board.boxOf(one)?.y ?? [])
    board.put(id, { x: x.pools, y: tops.length > 0 ? Math.min(...tops) : top })
  }
}
