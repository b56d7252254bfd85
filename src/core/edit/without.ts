import type { TopologyDocument } from '../topology/document.ts'
import { applyCommands } from './command.ts'

/** The document without these things, their places and every reference to them; nothing else goes with them. */
export const without = (document: TopologyDocument, ids: readonly string[]): TopologyDocument =>
  applyCommands(
    document,
    ids.map((id) => ({ type: 'resource.remove', id })),
  )
