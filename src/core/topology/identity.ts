import type { Layout, TopologyDocument } from './document.ts'
import { resolve } from './model.ts'

/** The marks that stand beside an address, in the order in which they are given out once the colours are used up. */
export const identityMarks = ['square', 'circle', 'diamond', 'triangle', 'hexagon'] as const

/** How many identity colours there are. */
export const identityColours = 8

/** The colour and shape by which a frontend's address is known everywhere. */
export interface Identity {
  readonly number: number
  /** 0 to 7. */
  readonly colour: number
  /** A shape, or beyond forty frontends a number that is shown instead. */
  readonly mark: (typeof identityMarks)[number] | number
}

/** The look that belongs to an identity number: a new colour and a new shape with each, forty different pairs. */
export function identityOf(number: number): Identity {
  const colour = number % identityColours
  const turn = Math.floor(number / identityColours)
  const mark = identityMarks[(colour + turn) % identityMarks.length]
  return { number, colour, mark: turn < identityMarks.length && mark ? mark : number + 1 }
}

/** A stored identity number; anything but a whole number from 0 to 9999 is none. */
function usable(number: number | undefined): number | undefined {
  return Number.isInteger(number) && Number(number) >= 0 && Number(number) < 10_000 ? number : undefined
}

/** The lowest identity number that no frontend has. */
export function freeIdentity(layout: Layout): number {
  const taken = new Set(Object.values(layout).map((entry) => entry.identity))
  let number = 0
  while (taken.has(number)) number++
  return number
}

/** Identities by frontend id and by address. Frontends without a stored number get the lowest free ones, in order. */
export function identitiesOf(
  document: Pick<TopologyDocument, 'resources' | 'layout'>,
): ReadonlyMap<string, Identity> {
  const model = resolve(document)
  const frontends = model.all('frontendIPConfiguration')
  const stored = (id: string) =>
    Object.hasOwn(document.layout, id) ? usable(document.layout[id]?.identity) : undefined
  const taken = new Set(frontends.map(({ id }) => stored(id)))
  const identities = new Map<string, Identity>()
  let next = 0
  for (const { id } of frontends) {
    let number = stored(id)
    if (number === undefined) {
      while (taken.has(next)) next++
      number = next++
    }
    const identity = identityOf(number)
    identities.set(id, identity)
    const address = model.frontendAddress(id)
    if (address !== undefined && !identities.has(address)) identities.set(address, identity)
  }
  return identities
}
