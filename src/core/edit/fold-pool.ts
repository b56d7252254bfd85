import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { arranged } from './arrange.ts'
import { withRoom } from './make-room.ts'
import type { Edit } from './move.ts'

/** Shows all members of a pool with many, none of them, or without `collapsed` the first eight; what is below makes room. */
export function foldPool(document: TopologyDocument, pool: string, collapsed: boolean | undefined): Edit {
  const { [pool]: entry } = arranged(document).layout
  const name = resolve(document).nameOf(pool)
  const { collapsed: _before, ...place } = entry ?? { x: 0, y: 0 }
  const next = collapsed === undefined ? place : { ...place, collapsed }
  const label = collapsed === true ? `Fold the members of ${name}` : `Show the members of ${name}`
  return { label, commands: withRoom(document, [{ type: 'layout.set', entries: { [pool]: next } }]) }
}
