import { addFrontend, fullSubnet, subnetFor } from '../bring-along.ts'
import type { Creator } from './creator.ts'

/** An internal frontend with the next free frontend address of a subnet. */
export const createInternalFrontend: Creator = (draft, drop) => {
  const frontend = addFrontend(draft, drop, 'internal')
  if (!frontend) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  return { created: frontend.id, label: `Add frontend IP ${frontend.name}` }
}
