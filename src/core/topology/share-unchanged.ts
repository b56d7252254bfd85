import type { TopologyDocument } from './document.ts'
import { sameValue } from './same-value.ts'

type Entries = { readonly [id: string]: unknown }

/** The same entries in the same order. */
function isSameMap(one: Entries, other: Entries): boolean {
  const keys = Object.keys(one)
  const others = Object.keys(other)
  return (
    keys.length === others.length &&
    keys.every((key, index) => key === others[index] && one[key] === other[key])
  )
}

function shared<Map extends Entries>(before: Map, after: Map): Map {
  const entries = Object.entries(after).map(([id, value]) => {
    const known = Object.hasOwn(before, id) ? before[id] : undefined
    return [id, known !== undefined && sameValue(known, value) ? known : value]
  })
  const map = Object.fromEntries(entries) as Map
  return isSameMap(before, map) ? before : map
}

/**
 * A document that was read anew, made of the parts of an earlier one wherever nothing changed,
 * so that whatever was worked out for those parts stays known. Returns the earlier one where nothing changed at all.
 */
export function shareUnchanged(before: TopologyDocument, after: TopologyDocument): TopologyDocument {
  const resources = shared(before.resources, after.resources)
  const layout = shared(before.layout, after.layout)
  const next: TopologyDocument = { ...after, resources, layout }
  const isSame = resources === before.resources && layout === before.layout && sameValue(before, next)
  return isSame ? before : next
}
