import type { Layout, LayoutEntry, TopologyDocument } from '../../topology/document.ts'
import { identitiesOf } from '../../topology/identity.ts'
import { resolve } from '../../topology/model.ts'
import { arrangement } from '../arrange.ts'
import { containerOf, containerTypes, nodeTypeOf } from '../containers.ts'
import type { Drop } from '../create/creator.ts'
import { around, bottom, obstacles, type Point, snapped } from '../geometry.ts'
import { boxesOf, boxOfNode } from '../node-boxes.ts'
import { containerAt } from '../owners.ts'
import type { Clip } from './clip.ts'
import type { Copy } from './copies.ts'

const gap = 24

const isContainer = (id: string) => containerTypes.some((type) => type === nodeTypeOf(id))

/** The place of each copy as its original stands, where the original has one. */
function asOriginals(clip: Clip, copies: readonly Copy[]): Record<string, LayoutEntry> {
  const entries = copies.flatMap(({ from, id }) => {
    const entry = Object.hasOwn(clip.layout, from) ? clip.layout[from] : undefined
    if (!entry || !nodeTypeOf(id)) return []
    const { identity: _own, ...rest } = entry
    return [[id, rest] as const]
  })
  return Object.fromEntries(entries)
}

/** The copies that have a container, which was not copied along, other than their originals had, and so a place of their own to find. */
function strangers(clip: Clip, after: TopologyDocument, copies: readonly Copy[], point: Point | undefined) {
  const [there, here] = [resolve(clip), resolve(after)]
  const madeHere = new Set(copies.map(({ id }) => id))
  const under = point && containerAt(after, point)
  return new Set(
    copies.flatMap(({ from, id }) => {
      const home = containerOf(here, id)
      if (home === undefined || madeHere.has(home) || home === under) return []
      return home === containerOf(there, from) && point === undefined ? [] : [id]
    }),
  )
}

/** Where copies stand: as a group at the pointer, below their originals, or in the middle of what is seen; wherever there is room. */
export function placesOfCopies(
  before: TopologyDocument,
  after: TopologyDocument,
  clip: Clip,
  copies: readonly Copy[],
  { position, near }: Drop,
): Layout {
  const outside = strangers(clip, after, copies, position)
  const originals = Object.fromEntries(
    Object.entries(asOriginals(clip, copies)).filter(([id]) => !outside.has(id)),
  )
  const model = resolve(after)
  const ids = Object.keys(originals).filter((id) => {
    const home = containerOf(model, id)
    return home === undefined || !Object.hasOwn(originals, home)
  })
  const group = around(ids.flatMap((id) => boxOfNode(model, originals, id) ?? []))
  let own: Record<string, LayoutEntry> = {}
  if (group) {
    const isBeside = copies.some(({ from }) => Object.hasOwn(before.layout, from))
    const centre = near && { x: near.x - group.width / 2, y: near.y - group.height / 2 }
    const below = { x: group.x, y: bottom(group) + gap }
    const wanted = snapped(position ?? (isBeside ? below : (centre ?? group)))
    const isInside = ids.some((id) => containerOf(model, id) !== undefined)
    const room = [...boxesOf(before)].flatMap(([id, box]) => (isInside && isContainer(id) ? [] : [box]))
    const at = obstacles(room).freePoint(wanted, group, gap)
    const shift = snapped({ x: at.x - group.x, y: at.y - group.y })
    own = Object.fromEntries(
      Object.entries(originals).map(([id, entry]) => [
        id,
        { ...entry, x: entry.x + shift.x, y: entry.y + shift.y },
      ]),
    )
  }
  const layout = { ...after.layout, ...own }
  const identities = identitiesOf({ resources: after.resources, layout })
  for (const [id, entry] of Object.entries(own)) {
    const number = nodeTypeOf(id) === 'frontendIPConfiguration' ? identities.get(id)?.number : undefined
    if (number !== undefined) own[id] = { ...entry, identity: number }
  }
  return { ...own, ...arrangement({ ...after, layout: { ...layout, ...own } }) }
}
