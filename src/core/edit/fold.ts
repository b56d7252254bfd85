import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { arrangement } from './arrange.ts'
import { nodeTypeOf } from './containers.ts'
import { withRoom } from './make-room.ts'
import type { Edit } from './move.ts'

/**
 * Shows all members of a pool with many, none of them, or without `collapsed` the first eight; likewise the
 * listeners of a machine, all or the first ones. What is below makes room.
 */
export function fold(document: TopologyDocument, id: string, collapsed: boolean | undefined): Edit {
  // What had no place gets the one at which it is drawn, so that nothing moves by itself.
  const places = arrangement(document)
  const placed = { ...document, layout: { ...document.layout, ...places } }
  const { [id]: entry } = placed.layout
  const { collapsed: _before, ...place } = entry ?? { x: 0, y: 0 }
  const next = collapsed === undefined ? place : { ...place, collapsed }
  const isPool = nodeTypeOf(id) === 'backendAddressPool'
  const isFold = isPool ? collapsed === true : collapsed !== false
  const what = `${isPool ? 'members' : 'listeners'} of ${resolve(document).nameOf(id)}`
  const label = `${isFold ? 'Fold' : 'Show'} the ${what}`
  const commands = withRoom(placed, [{ type: 'layout.set', entries: { [id]: next } }])
  const isPlaced = Object.keys(places).length === 0
  return { label, commands: isPlaced ? commands : [{ type: 'layout.set', entries: places }, ...commands] }
}
