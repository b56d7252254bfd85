/** How far a link of some length gets. */
export interface Reach {
  readonly level: 'short' | 'long' | 'very-long'
  /** Where it gets, in a sentence. */
  readonly text: string
}

/**
 * Discord takes 2,000 characters in one message, older Windows programs 2,083 in an address
 * (Microsoft knowledge base 208427), and Teams about 28 KB in a message.
 */
const upTo = { short: 2_000, long: 14_000 }

/** The length at which the meter is full. */
export const meterFull = 4_000

/** Where a link of this length arrives whole, and where it breaks. */
export function reachOf(length: number): Reach {
  if (length <= upTo.short) {
    return { level: 'short', text: 'Short enough for mail, chat and documents.' }
  }
  if (length <= upTo.long) {
    return {
      level: 'long',
      text: 'Over 2,000 characters: some chat programs and older Windows programs refuse or cut such a link. Browsers open it.',
    }
  }
  return {
    level: 'very-long',
    text: 'Too long for most chat messages. Browsers open it, but sending the file is safer.',
  }
}
