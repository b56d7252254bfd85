import type { Layout, LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { nodeGap } from './board.ts'
import { applyCommand, applyCommands, type Command } from './command.ts'
import { containerOf, contentsOf, nodeTypeOf, nodeTypes, withContents } from './containers.ts'
import { boxesOf } from './node-boxes.ts'
import { separated } from './separate.ts'

/** From the inside out, so that a container is moved with what is in it already in place. */
const levels = ['subnet', 'loadBalancer', 'virtualNetwork', undefined] as const

/**
 * New places for what others have grown over, and for what was added on top of others: a virtual machine with
 * another row pushes those below it down, a wider load balancer the virtual network beside it to the right.
 * What covered each other before stays.
 */
export function roomAfter(before: TopologyDocument, after: TopologyDocument): Layout {
  if (before === after) return {}
  const model = resolve(after)
  const old = boxesOf(before)
  const outermost = nodeTypes.flatMap((type) =>
    model.all(type).flatMap(({ id }) => (containerOf(model, id) === undefined ? id : [])),
  )
  const moved: Record<string, LayoutEntry> = {}
  let current = after
  for (const level of levels) {
    const groups = level ? model.all(level).map(({ id }) => contentsOf(model, id)) : [outermost]
    const boxes = boxesOf(current)
    const step: Record<string, LayoutEntry> = {}
    for (const siblings of groups) {
      const pieces = siblings.flatMap((id) => {
        const [box, was] = [boxes.get(id), old.get(id)]
        return box ? { id, box, ...(was ? { before: was } : {}) } : []
      })
      for (const [id, shift] of separated(pieces, nodeGap)) {
        for (const inner of withContents(model, id)) {
          const entry = Object.hasOwn(current.layout, inner) ? current.layout[inner] : undefined
          if (entry && nodeTypeOf(inner))
            step[inner] = { ...entry, x: entry.x + shift.x, y: entry.y + shift.y }
        }
      }
    }
    Object.assign(moved, step)
    current = applyCommand(current, { type: 'layout.set', entries: step })
  }
  return moved
}

/** The commands of an edit with the places of what it pushes aside, as one step. */
export function withRoom(document: TopologyDocument, commands: readonly Command[]): readonly Command[] {
  const entries = roomAfter(document, applyCommands(document, commands))
  return Object.keys(entries).length > 0 ? [...commands, { type: 'layout.set', entries }] : commands
}
