import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { applyGuests } from './guest/apply-guests.ts'
import type { GuestComparison } from './guest/compare-guest.ts'
import type { MemberProbe } from './health/facts.ts'
import { type MatchedHealth, matchHealth } from './health/match-health.ts'
import type { ImportNote, MissingParameter, NextCommand, Piece, Whole } from './importer.ts'
import { isMentioned, merge } from './merge.ts'

/** Several pieces in one diagram: what became of it, and what would complete it. Ids are those of the diagram. */
export interface Combined {
  readonly document: TopologyDocument
  readonly added: readonly string[]
  readonly updated: readonly string[]
  readonly unchanged: readonly string[]
  /** Loopback adapters of the diagram that their guest does not have. */
  readonly removed: readonly string[]
  /** Parts of load balancers of the diagram that Azure does not have any more. They are in the document still. */
  readonly gone: readonly string[]
  /** What was asked of guests, and what they say they have. */
  readonly comparisons: readonly GuestComparison[]
  /** What Azure's probes find at members of the diagram. It is no part of the document. */
  readonly health: readonly MemberProbe[]
  readonly notes: readonly ImportNote[]
  /** Required parameters without a value. */
  readonly parameters: readonly MissingParameter[]
  readonly next: readonly NextCommand[]
}

const noHealth: MatchedHealth = { probes: [], notes: [], parameters: [] }

const unique = (ids: Iterable<string>) => [...new Set(ids)]

/** The commands whose answer is still missing. */
function stillNeeded(
  commands: readonly NextCommand[],
  isOpen: (id: string) => boolean,
): readonly NextCommand[] {
  const byText = new Map<string, NextCommand>()
  for (const { command, brings, waitsFor } of commands) {
    const open = waitsFor.filter(isOpen)
    if (open.length === 0) continue
    const before = byText.get(command.toLowerCase())
    byText.set(command.toLowerCase(), {
      command: before?.command ?? command,
      brings,
      waitsFor: unique([...(before?.waitsFor ?? []), ...open]),
    })
  }
  return [...byText.values()]
}

/** What a diagram has of things that are known as a whole. */
function goneFrom({ resources }: TopologyDocument, wholes: readonly Whole[]): readonly string[] {
  const types = new Map<string, readonly ResourceType[]>()
  for (const whole of wholes) types.set(whole.id, [...(types.get(whole.id) ?? []), ...whole.types])
  if (types.size === 0) return []
  return Object.entries(resources).flatMap(([id, fields]) => {
    const type = typeOfId(id)
    const { loadBalancer } = fields as { readonly loadBalancer?: string }
    return type && loadBalancer !== undefined && types.get(loadBalancer)?.includes(type) ? [id] : []
  })
}

/** A diagram is called after the load balancer in it. */
function nameFor({ resources }: TopologyDocument): string {
  const [first, ...more] = Object.entries(resources)
    .flatMap(([id, { name }]) => (typeOfId(id) === 'loadBalancer' ? [name] : []))
    .sort()
  if (first === undefined) return 'Imported resources'
  return more.length === 0 ? first : `${first} and ${more.length} more`
}

/** Puts pieces into a diagram, one after the other, or into an empty one. They complete and update each other. */
export function combine(pieces: readonly Piece[], current?: TopologyDocument): Combined {
  const start = current ?? emptyDocument()
  let document = start
  const touched = new Set<string>()
  const described = new Set<string>()
  const next: NextCommand[] = []
  const wholes: Whole[] = []
  for (const piece of pieces) {
    const merged = merge(document, piece.document, piece)
    document = merged.document
    const strangers = new Set(piece.strangers)
    for (const [id, own] of merged.ids) {
      touched.add(own)
      if (!strangers.has(id)) described.add(own)
    }
    for (const { id, types } of piece.wholes ?? []) wholes.push({ id: merged.ids.get(id) ?? id, types })
    for (const one of piece.next) {
      next.push({ ...one, waitsFor: one.waitsFor.map((id) => merged.ids.get(id) ?? id) })
    }
  }
  const guests = applyGuests(
    document,
    pieces.flatMap((piece) => piece.guests ?? []),
  )
  document = guests.document
  for (const id of guests.touched) touched.add(id)
  const answers = pieces.flatMap((piece) => piece.health ?? [])
  const health = answers.length === 0 ? noHealth : matchHealth(resolve(document), answers)
  const isNew = (id: string) => !Object.hasOwn(start.resources, id)
  const isChanged = (id: string) => start.resources[id] !== document.resources[id]
  const isOpen = (id: string) => {
    const before = isNew(id) ? undefined : start.resources[id]
    return !described.has(id) && (before === undefined || isMentioned(id, before))
  }
  const openNames = new Set([...touched].filter(isOpen).map((id) => document.resources[id]?.name))
  return {
    document: current ? document : { ...document, name: nameFor(document) },
    added: [...touched].filter(isNew),
    updated: [...touched].filter((id) => !isNew(id) && isChanged(id)),
    unchanged: [...touched].filter((id) => !isNew(id) && !isChanged(id)),
    removed: guests.removed,
    gone: goneFrom(start, wholes).filter((id) => !touched.has(id)),
    comparisons: guests.comparisons,
    health: health.probes,
    notes: [...pieces.flatMap(({ notes }) => notes), ...guests.notes, ...health.notes].filter(
      ({ kind, subject }) => kind !== 'assumed' || openNames.has(subject),
    ),
    parameters: [
      ...new Map(
        [...pieces.flatMap(({ parameters }) => parameters), ...health.parameters].map((item) => [
          item.name,
          item,
        ]),
      ).values(),
    ],
    next: stillNeeded(next, isOpen),
  }
}
