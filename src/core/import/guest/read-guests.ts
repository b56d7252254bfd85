import { limits } from '../../topology/limits.ts'
import { chunksOf } from './chunks.ts'
import { type GuestFacts, noFacts } from './facts.ts'
import { guestReaders } from './readers/index.ts'

/** Guests of one text at most. */
const mostGuests = 2_000

/** Lines that no command prints: very long ones, wide gaps, and a character or two. They are not looked at. */
const isNobodys = (line: string) =>
  line.length > 4_000 || /\s{200}/.test(line) || (line.length < 3 && line.trim() !== '')

const beginning = /^== floatpath guest\b.*==$/

/** What guests say of themselves in a text that mixes the output of several commands, or is one JSON value. None: it is no such text. */
export function readGuests(text: string, value?: unknown): readonly GuestFacts[] {
  const guests: { facts: GuestFacts; isUsed: boolean; state: Record<string, string> }[] = []
  const next = () => {
    const guest = { facts: noFacts(), isUsed: false, state: {} }
    guests.push(guest)
    return guest
  }
  let guest = next()
  if (text.length > limits.documentCharacters) return []
  let wasBlank = false
  for (const chunk of typeof value === 'object' ? [{ json: value }] : chunksOf(text)) {
    if ('line' in chunk) {
      // One blank line ends a block; more say nothing.
      const isBlank = chunk.line.length < 200 && chunk.line.trim() === ''
      if (isNobodys(chunk.line) || (isBlank && wasBlank)) continue
      wasBlank = isBlank
    }
    if ('line' in chunk && beginning.test(chunk.line.trim())) {
      if (guests.length >= mostGuests) break
      guest = next()
      guest.isUsed = true
      continue
    }
    const { facts, state } = guest
    const isTaken = guestReaders.some((reader) =>
      'json' in chunk ? reader.json?.(chunk.json, facts) : reader.line?.(chunk.line, facts, state),
    )
    if (isTaken) guest.isUsed = true
  }
  return guests.filter(({ facts, isUsed }) => isUsed && saysSomething(facts)).map(({ facts }) => facts)
}

const saysSomething = (facts: GuestFacts) =>
  facts.interfaces.length > 0 ||
  facts.sockets !== undefined ||
  facts.forwarding !== undefined ||
  facts.firewall !== undefined ||
  facts.hasSourceRules ||
  facts.defaultRoutes.length > 0 ||
  facts.rpFilter !== undefined
