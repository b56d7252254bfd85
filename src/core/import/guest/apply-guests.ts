import type { TopologyDocument } from '../../topology/document.ts'
import { resolve } from '../../topology/model.ts'
import type { ImportNote } from '../importer.ts'
import { addressOf, shownAddresses } from './addresses.ts'
import { compareGuest, type GuestComparison } from './compare-guest.ts'
import type { GuestFacts } from './facts.ts'
import { gatherGuests } from './gather-guests.ts'
import { GuestUpdate } from './guest-update.ts'
import { type MatchedGuest, matchGuests } from './match-guests.ts'

/** A diagram whose guests are as they say they are. */
export interface WithGuests {
  readonly document: TopologyDocument
  readonly comparisons: readonly GuestComparison[]
  readonly notes: readonly ImportNote[]
  /** Every thing that the output was about. */
  readonly touched: readonly string[]
  /** Loopback adapters that were drawn and that no guest has. */
  readonly removed: readonly string[]
}

/** Fills in the guests of a diagram from what they say of themselves. */
export function applyGuests(start: TopologyDocument, texts: readonly GuestFacts[]): WithGuests {
  const guests = gatherGuests(texts)
  if (guests.length === 0) return { document: start, comparisons: [], notes: [], touched: [], removed: [] }
  const model = resolve(start)
  const { matched, strangers } = matchGuests(model, guests)
  const comparisons = matched.flatMap((guest) => compareGuest(model, guest))
  const notes: ImportNote[] = strangers.map((facts) => ({
    kind: 'left-out',
    subject: facts.hostname ?? 'A guest',
    message: `Left out: no virtual machine of the diagram has one of its addresses (${sayAddresses(facts)}).`,
  }))
  let document = start
  const touched = new Set<string>()
  const removed: string[] = []
  for (const round of rounds(matched)) {
    if (round.length === 0) break
    const model = resolve(document)
    const resources: Record<string, unknown> = { ...document.resources }
    let isSame = true
    for (const guest of round) {
      const one = new GuestUpdate(model, resources, guest)
      if (one.run()) isSame = false
      for (const id of one.touched) touched.add(id)
      removed.push(...one.removed)
      notes.push(...one.notes)
    }
    if (!isSame) document = { ...document, resources: resources as TopologyDocument['resources'] }
  }
  for (const { machine } of tooMany(matched))
    notes.push({
      kind: 'left-out',
      subject: machine.name,
      message: `Left out: more than ${mostOutputs} outputs of one guest.`,
    })
  return { document, comparisons, notes, touched: [...touched], removed }
}

/** Outputs of one guest at most. */
const mostOutputs = 20

/** Guests that do not touch each other's things, so that one model is enough for all: those of one machine come one by one. */
function rounds(matched: readonly MatchedGuest[]): readonly (readonly MatchedGuest[])[] {
  const made: MatchedGuest[][] = Array.from({ length: mostOutputs }, () => [])
  const seen = new Map<string, number>()
  for (const guest of matched) {
    const turn = seen.get(guest.machine.id) ?? 0
    seen.set(guest.machine.id, turn + 1)
    made[turn]?.push(guest)
  }
  return made
}

function tooMany(matched: readonly MatchedGuest[]): readonly MatchedGuest[] {
  const seen = new Map<string, MatchedGuest[]>()
  for (const guest of matched) {
    const own = seen.get(guest.machine.id)
    if (own) own.push(guest)
    else seen.set(guest.machine.id, [guest])
  }
  return [...seen.values()].flatMap((own) => (own.length > mostOutputs && own[0] ? [own[0]] : []))
}

function sayAddresses({ interfaces }: GuestFacts): string {
  const all = interfaces.flatMap(shownAddresses).map(addressOf)
  return all.length === 0 ? 'it lists none' : all.slice(0, 4).join(', ')
}
