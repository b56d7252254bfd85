import type { Pasted } from '../../core/edit/copy/paste.ts'

/** What pasted and duplicated things are called here, as a message with its details. */
export interface PastedMessage {
  readonly text: string
  readonly details?: readonly string[]
}

const mostListed = 5

const renamed = ({ from, name, address }: Pasted): string => {
  const known = name === from ? name : `${from} is now ${name}`
  return address === undefined ? known : `${known}, ${address}`
}

function one({ from, name, address }: Pasted): string {
  const has = address === undefined ? '' : `, with ${address}`
  return name === from ? `Pasted ${name}${has}.` : `Copied ${from} as ${name}${has}.`
}

function listed(things: readonly Pasted[], words: (thing: Pasted) => string): readonly string[] {
  const shown = things.slice(0, things.length > mostListed ? mostListed - 1 : mostListed).map(words)
  const more = things.length - shown.length
  return more > 0 ? [...shown, `${more} more`] : shown
}

/** A part of what was pasted. */
const inside = (thing: Pasted): string =>
  thing.name === thing.from ? `${thing.name} has ${thing.address ?? 'no address'} now` : renamed(thing)

/** Says under which names and addresses copies are in the diagram, and what in them has changed. */
export function sayPasted(pasted: readonly Pasted[], changed: readonly Pasted[] = []): PastedMessage {
  const [first] = pasted
  const parts = listed(changed, inside)
  if (pasted.length === 1 && first)
    return { text: one(first), ...(parts.length > 0 ? { details: parts } : {}) }
  const isChanged = pasted.some(({ from, name }) => from !== name)
  const text = isChanged
    ? `Pasted ${pasted.length} things under free names and addresses.`
    : `Pasted ${pasted.length} things.`
  return { text, details: [...listed(pasted, renamed), ...parts] }
}
