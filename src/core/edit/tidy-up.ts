import type { LayoutEntry, Resources, TopologyDocument } from '../topology/document.ts'
import { identitiesOf } from '../topology/identity.ts'
import { arrangement } from './arrange.ts'
import type { Command } from './command.ts'
import { nodeTypeOf } from './containers.ts'

/** Where things come among their siblings, the lowest first; without one, as in the document. */
export type Order = ReadonlyMap<string, number>

function inOrder(resources: Resources, order: Order): Resources {
  const position = new Map(Object.keys(resources).map((id, index) => [id, index]))
  const rank = (id: string) => order.get(id) ?? Number.POSITIVE_INFINITY
  const later = (one: string, other: string) => {
    const [first, second] = [rank(one), rank(other)]
    return first === second ? (position.get(one) ?? 0) - (position.get(other) ?? 0) : first < second ? -1 : 1
  }
  return Object.fromEntries(Object.entries(resources).sort(([one], [other]) => later(one, other)))
}

/**
 * New places for everything, whatever stood where: clients, frontends, rules, pools and virtual machines from left
 * to right, containers around what is in them. Colours, marks and folded pools stay.
 */
export function tidyUp(document: TopologyDocument, order: Order = new Map()): Command {
  const identities = identitiesOf(document)
  const folded = Object.entries(document.layout).flatMap(([id, { collapsed }]) =>
    collapsed === undefined ? [] : [[id, collapsed] as const],
  )
  const ordered = { ...document, resources: inOrder(document.resources, order), layout: {} }
  const places = arrangement(ordered, new Map(folded))
  const entries = Object.entries(places).map(([id, { x, y, collapsed }]): [string, LayoutEntry] => {
    const isFrontend = nodeTypeOf(id) === 'frontendIPConfiguration'
    const identity = isFrontend ? identities.get(id)?.number : undefined
    return [
      id,
      {
        x,
        y,
        ...(identity === undefined ? {} : { identity }),
        ...(collapsed === undefined ? {} : { collapsed }),
      },
    ]
  })
  return { type: 'layout.set', entries: Object.fromEntries(entries) }
}
