import type { Drawing } from '../../core/drawing/to-drawing.ts'
import { applyCommands, type Command } from '../../core/edit/command.ts'
import { containerOf, nodeTypeOf, subnetOfMachine } from '../../core/edit/containers.ts'
import { type Box, contains } from '../../core/edit/geometry.ts'
import { moveToSubnet } from '../../core/edit/move.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { resolve, type TopologyModel } from '../../core/topology/model.ts'
import { typeOfId } from '../../core/topology/resource-type.ts'
import { type Dragged, followed } from './drag-boxes.ts'
import type { Rehomed } from './say-moved.ts'

/** What comes of letting go: one step, or a reason why things go back. */
export type Moved =
  | {
      readonly label: string
      readonly commands: readonly Command[]
      /** The machines that are in another subnet from then on. */
      readonly rehomed: readonly Rehomed[]
    }
  | { readonly refusal: string }

/** The containers around a node, the innermost first. */
export function framesAround(model: TopologyModel, id: string): readonly string[] {
  const outer = containerOf(model, id)
  return outer === undefined ? [] : [outer, ...framesAround(model, outer)]
}

/** The other subnet over which a VM is held, or `undefined` over its own or none. */
export function subnetUnder(
  model: TopologyModel,
  canvas: Drawing,
  dragged: Dragged,
  id: string,
): string | undefined {
  const box = nodeTypeOf(id) === 'virtualMachine' ? dragged.get(id) : undefined
  if (!box) return undefined
  const centre = { x: box.x + box.width / 2, y: box.y + 22 }
  const under = canvas.nodes.filter((node) => node.type === 'subnet' && contains(node.box, centre))
  const own = subnetOfMachine(model, id)
  return under.some((node) => node.id === own) ? undefined : under[0]?.id
}

/** The places of everything that moved, and of the frames that are drawn around it from now on. */
export function placeEntries(document: TopologyDocument, canvas: Drawing, dragged: Dragged): Command {
  const model = resolve(document)
  const after = new Map<string, Box>([...canvas.nodes.map(({ id, box }) => [id, box] as const), ...dragged])
  const frames = new Set(
    [...dragged.keys()].flatMap((id) => framesAround(model, id)).filter((id) => !dragged.has(id)),
  )
  for (const frame of frames) {
    after.set(
      frame,
      followed(model, frame, (id) => after.get(id)),
    )
  }
  // What stood where it was put for want of a place stays there from now on.
  const unplaced = canvas.nodes.filter(({ id }) => model.get(id) && !Object.hasOwn(document.layout, id))
  const ids = new Set([...dragged.keys(), ...frames, ...unplaced.map(({ id }) => id)])
  const entries = [...ids].flatMap((id) => {
    const box = after.get(id)
    const entry = Object.hasOwn(document.layout, id) ? document.layout[id] : undefined
    if (!box || (entry?.x === box.x && entry.y === box.y)) return []
    return [[id, { ...entry, x: box.x, y: box.y }] as const]
  })
  return { type: 'layout.set', entries: Object.fromEntries(entries) }
}

/** What a move into another subnet did to a machine and to what names its address. */
function rehomedBy(
  after: TopologyDocument,
  machine: string,
  subnet: string,
  commands: readonly Command[],
): Rehomed {
  const model = resolve(after)
  const address = model
    .interfacesOf(machine)
    .flatMap(({ id }) => model.ipConfigurationsOf(id))
    .find((one) => one.subnet === subnet)?.privateIPAddress
  const changed = commands.flatMap((command) => (command.type === 'resource.set' ? command.id : []))
  const followed = [...new Set(changed)].filter((id) => typeOfId(id) !== 'ipConfiguration')
  return {
    name: model.nameOf(machine),
    subnet: model.nameOf(subnet),
    ...(address === undefined ? {} : { address }),
    followed: followed.map((id) => model.nameOf(id)),
  }
}

/** The step that writes where things were let go: a VM over another subnet moves into it. */
export function moveOf(
  document: TopologyDocument,
  canvas: Drawing,
  dragged: Dragged,
  chosen: readonly string[],
): Moved {
  const model = resolve(document)
  const [first] = chosen
  let label =
    chosen.length === 1 && first !== undefined
      ? `Move ${model.nameOf(first)}`
      : `Move ${chosen.length} things`
  const commands: Command[] = []
  const rehomed: Rehomed[] = []
  for (const id of chosen) {
    const subnet = subnetUnder(model, canvas, dragged, id)
    if (subnet === undefined) continue
    const result = moveToSubnet(applyCommands(document, commands), id, subnet)
    if ('refusal' in result) return result
    commands.push(...result.commands)
    rehomed.push(rehomedBy(applyCommands(document, commands), id, subnet, result.commands))
    if (chosen.length === 1) label = result.label
  }
  const places = placeEntries(applyCommands(document, commands), canvas, dragged)
  return { label, commands: [...commands, places], rehomed }
}
