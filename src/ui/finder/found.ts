import type { ResourceType } from '../../core/topology/resource-type.ts'

/** A line of the finder: something to do or somewhere to go. */
export interface Entry {
  readonly id: string
  readonly label: string
  /** What tells it from others, in a few words: an address, a lint rule, a verdict. */
  readonly detail?: string
  /** Everything by which it is found, in lower case. */
  readonly text: string
  /** The kind of thing that it is. */
  readonly type?: ResourceType
  /** As shortcuts are written. */
  readonly keys?: string
  readonly run: () => void
}

export interface EntryGroup {
  readonly heading: string
  readonly entries: readonly Entry[]
}

/** How many lines of a group are shown. */
export const mostShown = 30

/** Whether a word occurs in a text, a plural also as a singular. */
const occursIn = (text: string, word: string) =>
  text.includes(word) || (/^\p{L}{3,}s$/u.test(word) && text.includes(word.slice(0, -1)))

/**
 * The entries in whose text every word occurs: first those whose label begins with the first word, then those
 * in which the words stand as they were typed.
 */
export function matching(entries: readonly Entry[], text: string): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return entries
  const found = entries.filter((entry) => words.every((word) => occursIn(entry.text, word)))
  const phrase = words.join(' ')
  const rank = ({ label, text: own }: Entry) => {
    if (label.toLowerCase().startsWith(first)) return 0
    return own.includes(phrase) ? 1 : 2
  }
  return found.toSorted((one, other) => rank(one) - rank(other))
}
