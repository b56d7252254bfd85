import { addVirtualNetwork } from '../bring-along.ts'
import type { Creator } from './creator.ts'

/** A virtual network with the next free /16. */
export const createVirtualNetwork: Creator = (draft) => {
  const created = addVirtualNetwork(draft)
  return { created, label: `Add virtual network ${draft.model().nameOf(created)}` }
}
