import type { Layout, LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { identitiesOf } from '../topology/identity.ts'
import { resolve } from '../topology/model.ts'
import { arrangeLoadBalancer, columnOf, roughHeight } from './arrange-load-balancer.ts'
import { arrangeNetwork, arrangeSubnet } from './arrange-network.ts'
import { type Board, containerGap, type Folds, nodeGap, startBoard } from './board.ts'
import { columnHeight, startColumns } from './columns.ts'
import { containerOf, contentsOf, type NodeType, nodeTypeOf, nodeTypes } from './containers.ts'
import { around, type Box, bottom, obstacles, right } from './geometry.ts'

const start = { x: 24, y: 24 }
const loadBalancerX = 200
const networkX = 768
const clientWidth = 144

const boxesOfAll = (board: Board, ids: readonly string[]): readonly Box[] =>
  ids.flatMap((id) => board.boxOf(id) ?? [])

/** Everything that stands on the canvas itself, containers with what is in them. */
function rootBoxes(board: Board): readonly Box[] {
  const all = nodeTypes.flatMap((type) => board.model.all(type).map(({ id }) => id))
  return boxesOfAll(
    board,
    all.filter((id) => containerOf(board.model, id) === undefined),
  )
}

/** Beside a column of load balancers there is room for the clients of the next one. */
const balancerColumns = { x: 216, y: containerGap }

function placeLoadBalancers(board: Board): void {
  const ids = board.model.all('loadBalancer').map(({ id }) => id)
  const networks = around(boxesOfAll(board, networksOf(board)))
  const first = {
    x: networks ? Math.min(loadBalancerX, networks.x - 600) : loadBalancerX,
    y: networks?.y ?? start.y,
  }
  const isFresh = !ids.some((id) => board.boxOf(id))
  const height = columnHeight(ids.map((id) => roughHeight(board, id)))
  const next = startColumns(first, isFresh ? height : Number.POSITIVE_INFINITY, balancerColumns)
  for (const id of ids) {
    const box = board.boxOf(id)
    if (box) {
      if (!board.has(id)) board.pin(id, box)
      arrangeLoadBalancer(board, id, box)
      continue
    }
    const standing = around(boxesOfAll(board, ids))
    const below = standing && { x: standing.x, y: bottom(standing) + containerGap }
    const wanted = isFresh || !below ? next(boxesOfAll(board, ids)) : below
    board.putGroup(id, wanted, obstacles(rootBoxes(board)), (apart) => {
      apart.pin(id, { x: 0, y: 0 })
      arrangeLoadBalancer(apart, id, { x: 0, y: 0 })
    })
  }
}

const networksOf = (board: Board) => board.model.all('virtualNetwork').map(({ id }) => id)

/** Where the next thing of the network column goes: below the others, or right of everything else. */
function belowNetworks(board: Board) {
  const subnets = board.model.all('subnet').map(({ id }) => id)
  const standing = around(boxesOfAll(board, [...networksOf(board), ...subnets]))
  if (standing) return { x: standing.x, y: bottom(standing) + containerGap }
  const balancers = around(
    boxesOfAll(
      board,
      board.model.all('loadBalancer').map(({ id }) => id),
    ),
  )
  return balancers
    ? { x: Math.max(networkX, right(balancers) + containerGap), y: balancers.y }
    : { x: networkX, y: start.y }
}

function placeNetworks(board: Board): void {
  for (const id of networksOf(board)) {
    const box = board.boxOf(id)
    if (box) {
      arrangeNetwork(board, id, box)
      if (!board.has(id)) board.pin(id, board.boxOf(id) ?? box)
      continue
    }
    board.putGroup(id, belowNetworks(board), obstacles(rootBoxes(board)), (apart) => {
      apart.pin(id, { x: 0, y: 0 })
      arrangeNetwork(apart, id, { x: 0, y: 0 })
    })
  }
  for (const { id } of board.model.all('subnet')) {
    const box = board.boxOf(id)
    if (!box) {
      board.putGroup(id, belowNetworks(board), obstacles(rootBoxes(board)), (apart) =>
        arrangeSubnet(apart, id, { x: 0, y: 0 }),
      )
    } else {
      arrangeSubnet(board, id, box)
      if (!board.has(id)) board.pin(id, board.boxOf(id) ?? box)
    }
  }
}

/** What hangs on nothing: half-drawn rules, machines without a subnet. */
function placeHomeless(board: Board): void {
  for (const type of nodeTypes) {
    if (type === 'client') continue
    for (const { id } of board.model.all(type)) {
      if (board.has(id) || contentsOf(board.model, id).length > 0) continue
      if (nodeTypeOf(id) === 'virtualMachine') board.put(id, belowNetworks(board))
      else board.put(id, { x: loadBalancerX + columnOf(type), y: belowLoadBalancers(board) })
    }
  }
}

function belowLoadBalancers(board: Board): number {
  const standing = around(
    boxesOfAll(
      board,
      board.model.all('loadBalancer').map(({ id }) => id),
    ),
  )
  return standing ? bottom(standing) + containerGap : start.y
}

function placeClients(board: Board): void {
  const ids = board.model.all('client').map(({ id }) => id)
  for (const id of ids) {
    if (board.has(id)) continue
    const standing = around(boxesOfAll(board, ids))
    const others = around(rootBoxes(board))
    if (standing) board.put(id, { x: standing.x, y: bottom(standing) + nodeGap })
    else if (others) board.put(id, { x: others.x - clientWidth - 24, y: others.y + 64 })
    else board.put(id, { x: start.x, y: start.y + 64 })
  }
}

const mayHold = (type: NodeType | undefined) => type === 'frontendIPConfiguration'

/**
 * Places for every node that lacks one, in columns: clients, frontends, rules, pools, virtual machines in their
 * subnets. Nothing that has a place moves.
 */
export function arrangement(document: TopologyDocument, folds?: Folds): Layout {
  const model = resolve(document)
  const board = startBoard(model, document.layout, folds)
  placeLoadBalancers(board)
  placeNetworks(board)
  placeHomeless(board)
  placeClients(board)
  const identities = identitiesOf(document)
  const entries: Record<string, LayoutEntry> = {}
  for (const [id, entry] of Object.entries(board.given)) {
    const identity = mayHold(nodeTypeOf(id)) ? identities.get(id)?.number : undefined
    entries[id] = identity === undefined ? entry : { ...entry, identity }
  }
  return entries
}

/** The document with a place for every node. The same document comes back where none lacks one. */
export function arranged(document: TopologyDocument): TopologyDocument {
  const entries = arrangement(document)
  if (Object.keys(entries).length === 0) return document
  return { ...document, layout: { ...document.layout, ...entries } }
}
