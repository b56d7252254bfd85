import type { Resource } from '../../../core/topology/model.ts'
import type { GuestVerdict } from '../verdicts.ts'
import { addressView, type ViewInput } from './common.ts'
import { loopbackRow, type RowContent } from './virtual-machine-rows.ts'

const socketText = (address: string | undefined, port: number | undefined) => {
  const host = address ?? '?'
  return `${host.includes(':') ? `[${host}]` : host}:${port ?? '?'}`
}

function missingRows(input: ViewInput, verdicts: readonly GuestVerdict[]): RowContent[] {
  const addresses = new Set<string>()
  for (const { reason, sees } of verdicts) {
    if (reason === 'guest-no-address' && sees && input.identities.has(sees.address))
      addresses.add(sees.address)
  }
  return [...addresses].map((address) => ({
    kind: 'missing',
    key: `missing ${address}`,
    address: addressView(input, address),
  }))
}

const rank = { bad: 0, neutral: 1, ok: 2 } as const

function seesText({ verdict, reason, tone }: GuestVerdict, seen: string): string {
  if (tone === 'ok') return `Guest sees ${seen}`
  if (verdict === 'unknown') return `Guest gets ${seen}`
  if (verdict === 'refused') return `Guest refuses ${seen}`
  return reason.startsWith('reply-') ? `Reply from ${seen} lost` : `Guest drops ${seen}`
}

/** One row for each destination that fails, and one for those that arrive. */
function seesRows(input: ViewInput, verdicts: readonly GuestVerdict[]): RowContent[] {
  const worst = new Map<string, GuestVerdict>()
  for (const verdict of verdicts) {
    if (!verdict.sees) continue
    const seen = socketText(addressView(input, verdict.sees.address).text, verdict.sees.port ?? undefined)
    const known = worst.get(seen)
    if (!known || rank[verdict.tone] < rank[known.tone]) worst.set(seen, verdict)
  }
  const all = [...worst].sort(([, a], [, b]) => rank[a.tone] - rank[b.tone])
  const failing = all.filter(([, { tone }]) => tone !== 'ok')
  const arriving = all.filter(([, { tone }]) => tone === 'ok').map(([seen]) => seen)
  const rows: RowContent[] = failing.slice(0, 3).map(([seen, verdict]) => {
    const text = seesText(verdict, seen)
    return { kind: 'sees', key: `sees ${seen}`, tone: verdict.tone, text, title: text }
  })
  if (failing.length > 3) {
    const text = `${failing.length - 3} more destinations fail`
    rows.push({ kind: 'sees', key: 'sees more', tone: 'bad', text, title: text })
  }
  const [first] = arriving
  if (first !== undefined) {
    const text = arriving.length === 1 ? `Guest sees ${first}` : `Guest sees ${arriving.length} destinations`
    rows.push({ kind: 'sees', key: 'sees', tone: 'ok', text, title: `Guest sees ${arriving.join(' and ')}` })
  }
  return rows
}

/** What stands inside the guest boundary, from the addresses to what becomes of packets. */
export function guestRows(
  input: ViewInput,
  machine: Resource<'virtualMachine'>,
  verdicts: readonly GuestVerdict[],
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
  const listeners = model.listenersOf(machine.id).map(
    (listener): RowContent => ({
      kind: 'listener',
      key: listener.id,
      id: listener.id,
      name: listener.name,
      socket: `${socketText(listener.address, listener.port)}${listener.protocol === 'Udp' ? ' udp' : ''}`,
      running: listener.enabled ?? true,
    }),
  )
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
