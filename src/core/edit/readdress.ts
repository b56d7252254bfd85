import { canonicalAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'
import type { Draft } from './draft.ts'
import { takenAddresses } from './free-address.ts'
import { movedAddresses } from './moved-addresses.ts'

/** Fields that only name an address of their own, and nobody else's. */
const own: readonly string[] = ['privateIPAddress', 'ipAddress']

/** The addresses that a machine's IP configurations had and no longer have, with those that they have instead. */
function changedAddresses(
  before: TopologyModel,
  after: TopologyModel,
  ids: readonly string[],
): Map<string, string> {
  const taken = takenAddresses(after)
  const moved = new Map<string, string>()
  for (const id of ids) {
    const [old, now] = [before.find('ipConfiguration', id), after.find('ipConfiguration', id)].map(
      (one) => one?.privateIPAddress,
    )
    if (old === undefined || now === undefined || old === now) continue
    // In another network something else may have the address: then nobody knows whose is meant.
    if (!taken.has(canonicalAddress(old))) moved.set(canonicalAddress(old), canonicalAddress(now))
  }
  return moved
}

/**
 * Writes the new addresses of IP configurations wherever the diagram names the old ones: pool members by address,
 * listeners, port forwards, routes, security rules. Returns the ids of what followed.
 */
export function followAddresses(
  draft: Draft,
  before: TopologyModel,
  ids: readonly string[],
): readonly string[] {
  const moved = changedAddresses(before, draft.model(), ids)
  if (moved.size === 0) return []
  const followed: string[] = []
  for (const { id, fields } of draft.model().entries) {
    const found = movedAddresses(id, fields, moved).filter(({ path }) => !own.includes(path))
    for (const { path, text } of found) draft.set(id, path, text)
    if (found.length > 0) followed.push(id)
  }
  return followed
}
