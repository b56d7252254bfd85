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

/** Says under which names and addresses copies are in the diagram. */
export function sayPasted(pasted: readonly Pasted[]): PastedMessage {
  const [first] = pasted
  if (pasted.length === 1 && first) return { text: one(first) }
  const isChanged = pasted.some(({ from, name }) => from !== name)
  const text = isChanged
    ? `Pasted ${pasted.length} things under free names and addresses.`
    : `Pasted ${pasted.length} things.`
  const listed = pasted.slice(0, pasted.length > mostListed ? mostListed - 1 : mostListed).map(renamed)
  const more = pasted.length - listed.length
  return { text, details: more > 0 ? [...listed, `${more} more`] : listed }
}
