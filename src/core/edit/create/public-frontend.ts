import { addFrontend } from '../bring-along.ts'
import type { Creator } from './creator.ts'

/** A public frontend with its public IP address. */
export const createPublicFrontend: Creator = (draft, drop) => {
  const frontend = addFrontend(draft, drop, 'public')
  if (!frontend) return { refusal: 'There is no free public address left for another frontend.' }
  return { created: frontend.id, label: `Add frontend IP ${frontend.name}` }
}
