import { arranged } from '../edit/arrange.ts'
import { type NodeType, nodeTypes } from '../edit/containers.ts'
import type { Box, Point } from '../edit/geometry.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { sameValue } from '../topology/same-value.ts'
import { type Connection, connectionsOf, type SyntheticClient, syntheticClients } from './connections.ts'
import { addFrames } from './frames.ts'
import { placeSynthetic } from './place-synthetic.ts'
import { type AllViewsInput, allViews, fullView, type NodeView } from './views/all-views.ts'
import { syntheticClientView } from './views/client.ts'
import { sizeOf } from './views/sizes.ts'
import type { CommonView, VirtualMachineView } from './views/view.ts'

/** A node with everything that its drawing depends on. Unchanged ones stay the same object from run to run. */
export interface DrawingNode {
  readonly id: string
  readonly type: NodeType
  readonly view: CommonView
  readonly box: Box
  readonly container: boolean
  readonly synthetic: boolean
}

export interface Drawing {
  readonly nodes: readonly DrawingNode[]
  readonly connections: readonly Connection[]
}

export interface DrawingInput {
  readonly document: TopologyDocument
  readonly facts: Omit<AllViewsInput, 'model'>
  /** VMs to show in full although there are many: selected ones and the one a packet is in. */
  readonly expanded: ReadonlySet<string>
}

interface Drawn {
  readonly facts: DrawingInput['facts']
  readonly views: ReadonlyMap<string, NodeView>
  readonly connections: readonly Connection[]
  readonly synthetic: readonly SyntheticClient[]
}

const isContainer = (type: NodeType) =>
  type === 'loadBalancer' || type === 'virtualNetwork' || type === 'subnet'

/** Makes the function that turns a document into nodes and lines. It remembers the last run, so that what is unchanged is not drawn again. */
export function startToDrawing(): (input: DrawingInput) => Drawing {
  let drawn: (Drawn & { readonly resources: TopologyDocument['resources'] }) | undefined
  let nodes: ReadonlyMap<string, DrawingNode> = new Map()
  let views: ReadonlyMap<string, NodeView> = new Map()
  let inFull: ReadonlyMap<string, CommonView> = new Map()

  /** Those of many VMs that are shown in full all the same. */
  const drawInFull = ({ document, facts, expanded }: DrawingInput) => {
    const next = new Map<string, CommonView>()
    for (const id of expanded) {
      const isRow = (views.get(id)?.view as VirtualMachineView | undefined)?.detail === 'row'
      const view = isRow ? fullView({ model: resolve(document), ...facts }, id) : undefined
      const known = inFull.get(id)
      if (view) next.set(id, known && sameValue(known, view) ? known : view)
    }
    inFull = next
  }

  const draw = ({ document, facts }: DrawingInput) => {
    if (drawn && drawn.resources === document.resources && drawn.facts === facts) return drawn
    const model = resolve(document)
    const next = new Map<string, NodeView>()
    for (const [id, node] of allViews({ model, ...facts })) {
      const known = views.get(id)
      next.set(id, known && sameValue(known, node) ? known : node)
    }
    const synthetic = syntheticClients(model)
    for (const { id, addresses, kind } of synthetic) {
      const node: NodeView = { type: 'client', view: syntheticClientView(addresses, kind) }
      const known = views.get(id)
      next.set(id, known && sameValue(known, node) ? known : node)
    }
    const connections = connectionsOf(model, synthetic)
    const same = drawn && sameValue(drawn.connections, connections) ? drawn.connections : connections
    views = next
    drawn = { resources: document.resources, facts, views, connections: same, synthetic }
    return drawn
  }

  return (input) => {
    const { synthetic, connections } = draw(input)
    drawInFull(input)
    const placed = everythingPlaced(input.document)
    const model = resolve(input.document)
    const placeOf = (id: string): Point | undefined => {
      const entry = Object.hasOwn(placed.layout, id) ? placed.layout[id] : undefined
      return entry && { x: entry.x, y: entry.y }
    }
    const shown = (id: string, { type, view }: NodeView) =>
      foldable.includes(type) ? folded(inFull.get(id) ?? view, placed.layout[id]?.collapsed) : view
    const boxes = new Map<string, Box>()
    for (const [id, node] of views) {
      if (isContainer(node.type)) continue
      const place = placeOf(id)
      if (place) boxes.set(id, { ...place, ...sizeOf(node.type as 'client', shown(id, node)) })
    }
    addFrames(model, boxes, placeOf)
    placeSynthetic(model, synthetic, boxes, (id) => sizeOf('client', views.get(id)?.view as CommonView))
    const next = new Map<string, DrawingNode>()
    for (const [id, node] of views) {
      const box = boxes.get(id)
      if (!box) continue
      const made: DrawingNode = {
        id,
        type: node.type,
        view: shown(id, node),
        box,
        container: isContainer(node.type),
        synthetic: id.startsWith('synthetic/'),
      }
      const known = nodes.get(id)
      next.set(id, known && known.view === made.view && sameValue(known.box, box) ? known : made)
    }
    nodes = next
    return { nodes: [...nodes.values()], connections }
  }
}

const foldable: readonly NodeType[] = ['backendAddressPool', 'virtualMachine']

function withFold(view: CommonView, collapsed: boolean): CommonView {
  if (!('rows' in view)) return { ...view, collapsed }
  const { unfolded, ...machine } = view as VirtualMachineView
  return unfolded && !collapsed ? { ...machine, rows: unfolded } : view
}

const foldedViews = new WeakMap<CommonView, CommonView[]>()

/** The view of a pool with all or none of its members, of a machine with all its listeners; the same object each time. */
function folded(view: CommonView, collapsed: boolean | undefined): CommonView {
  if (collapsed === undefined) return view
  const known = foldedViews.get(view) ?? [false, true].map((one) => withFold(view, one))
  foldedViews.set(view, known)
  return known[Number(collapsed)] ?? view
}

/** A document in which every node has a place; those without one are arranged, without telling the document. */
function everythingPlaced(document: TopologyDocument): TopologyDocument {
  const model = resolve(document)
  const lacking = nodeTypes.some((type) =>
    model.all(type).some(({ id }) => !Object.hasOwn(document.layout, id)),
  )
  return lacking ? arranged(document) : document
}
