import { areManyListeners, listenersShown } from '../../edit/listener-lines.ts'
import { socketWords } from '../../edit/machine-height.ts'
import type { Resource } from '../../topology/model.ts'
import type { GuestVerdict } from '../verdicts.ts'
import { addressView, identityIn, problemsOf, type ViewInput } from './common.ts'
import { loopbackRow, type RowContent } from './virtual-machine-rows.ts'

const socketText = (address: string | undefined, port: number | undefined) => {
  const host = address ?? '?'
  return `${host.includes(':') ? `[${host}]` : host}:${port ?? '?'}`
}

function missingRows(input: ViewInput, verdicts: readonly GuestVerdict[]): RowContent[] {
  const addresses = new Set<string>()
  for (const { lacksAddress, sees } of verdicts) {
    if (lacksAddress && sees && input.identities.has(sees.address)) addresses.add(sees.address)
  }
  return [...addresses].map((address) => ({
    kind: 'missing',
    key: `missing ${address}`,
    address: addressView(input, address),
  }))
}

const rank = { bad: 0, neutral: 1, ok: 2 } as const
const tones = ['bad', 'neutral', 'ok'] as const

/** What becomes of packets with a destination at a guest. */
function seesText({ verdict, reason, tone, probeDown, lacksAddress }: GuestVerdict, seen: string): string {
  if (probeDown) return lacksAddress ? `Would drop ${seen}` : `Would see ${seen}`
  if (tone === 'ok') return `Guest sees ${seen}`
  if (verdict === 'unknown') return `Guest gets ${seen}`
  if (verdict === 'refused') return `Guest refuses ${seen}`
  return reason.startsWith('reply-') ? `Reply from ${seen} lost` : `Guest drops ${seen}`
}

/** What becomes of a rule's packets at a guest, as its node says it. */
export function guestVerdictWords(verdict: GuestVerdict): string {
  const { sees, probeDown } = verdict
  const seen = sees && seesText(verdict, socketText(sees.address, sees.port ?? undefined))
  return [...(probeDown ? ['Probe down: gets no packets'] : []), ...(seen ? [seen] : [])].join(', ')
}

/** How many destinations are named. */
const named = 3

/** On how many lines destinations stand: those that are named, and how many more there are. */
export const mostSeesLines = named + 1

function firstLines(lines: readonly string[]): readonly string[] {
  const rest = lines.length - named
  return rest > 0 ? [...lines.slice(0, named), `and ${rest} more`] : lines
}

/** What becomes of packets, the failing ones first: each destination with which they reach the guest. */
function seesRows(input: ViewInput, verdicts: readonly GuestVerdict[]): RowContent[] {
  const worst = new Map<string, GuestVerdict>()
  for (const verdict of verdicts) {
    if (!verdict.sees) continue
    const seen = socketText(addressView(input, verdict.sees.address).text, verdict.sees.port ?? undefined)
    const known = worst.get(seen)
    if (!known || rank[verdict.tone] < rank[known.tone]) worst.set(seen, verdict)
  }
  const down = verdicts.filter(({ probeDown }) => probeDown)
  const downTone = down.some(({ sees }) => sees) ? 'bad' : 'neutral'
  return tones.flatMap((tone): RowContent[] => {
    const lines = [...worst].flatMap(([seen, verdict]) =>
      verdict.tone === tone ? [seesText(verdict, seen)] : [],
    )
    const isDown = down.length > 0 && tone === downTone
    const all = [...(isDown ? ['Probe down: gets no packets'] : []), ...firstLines(lines)]
    return all.length === 0 ? [] : [{ kind: 'sees', key: `sees ${tone}`, tone, lines: all }]
  })
}

/** The listeners of a machine; of many the first ones and how many more there are, or all and a way to fold them. */
function listenerRows(input: ViewInput, machine: string, collapsed: boolean | undefined): RowContent[] {
  const all = input.model.listenersOf(machine)
  const shown = listenersShown(all.length, collapsed)
  const rows = all.slice(0, shown).map(
    (listener): RowContent => ({
      kind: 'listener',
      key: listener.id,
      id: listener.id,
      name: listener.name,
      ownName: listener.name,
      socket: socketWords(listener),
      title: socketText(listener.address, listener.port),
      running: listener.enabled ?? true,
      ...identityIn(input.identities, listener.address),
    }),
  )
  if (!areManyListeners(all.length)) return rows
  const hidden = all.slice(shown).map(({ id }) => id)
  const words = hidden.length > 0 ? `+${hidden.length} listeners` : `Fold ${all.length} listeners`
  return [...rows, { kind: 'more', key: 'more', words, hidden, ...problemsOf(input, hidden) }]
}

/**
 * What stands inside the guest boundary, from the addresses to what becomes of packets; many listeners are folded
 * unless `collapsed` says that they are not.
 */
export function guestRows(
  input: ViewInput,
  machine: Resource<'virtualMachine'>,
  verdicts: readonly GuestVerdict[],
  collapsed?: boolean,
): RowContent[] {
  const { model, identities } = input
  const os = machine.guest?.os
  const loopbacks = model.loopbacksOf(machine.id).map((loopback) => loopbackRow(loopback, os, identities))
  const forwards = (machine.guest?.portForwards ?? []).map(
    (forward, index): RowContent => ({
      kind: 'forward',
      key: `forward ${index}`,
      name: forward.name ?? 'Port forward',
      from: socketText(forward.address, forward.port),
      to: socketText(forward.toAddress, forward.toPort),
    }),
  )
  const listeners = listenerRows(input, machine.id, collapsed)
  const empty = loopbacks.length + forwards.length + listeners.length === 0
  const text = machine.guest ? 'Nothing listens here yet' : 'Nobody has described this guest'
  const unknown: RowContent[] = machine.guest && !empty ? [] : [{ kind: 'unknown', key: 'unknown', text }]
  return [
    ...unknown,
    ...loopbacks,
    ...missingRows(input, verdicts),
    ...forwards,
    ...listeners,
    ...seesRows(input, verdicts),
  ]
}
