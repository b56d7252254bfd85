import { listenerWidth, machineWidth } from '../../edit/machine-height.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { GuestVerdict } from '../verdicts.ts'
import { addressView, problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import { guestRows, mostSeesLines } from './guest-rows.ts'
import { answerWords, marksOf } from './marks.ts'
import type { VirtualMachineView } from './view.ts'
import {
  headerHeight,
  nicRow,
  type RowContent,
  rowHeight,
  seesHeight,
  type VirtualMachineRow,
} from './virtual-machine-rows.ts'

const gap = 4
/** Room for the line of the guest boundary, on which its label stands. */
const guestHeader = 13
const guestBottom = 8
/** From where to where rows go inside the guest boundary. */
const [rowsLeft, rowsWidth] = [8, machineWidth - 16]

const dense: readonly RowContent['kind'][] = ['listener', 'more', 'forward', 'unknown']

/** Rows one below the other, from `top` on; as many listeners on a line as have room. */
function stacked(
  model: TopologyModel,
  contents: readonly RowContent[],
  top: number,
): { rows: VirtualMachineRow[]; bottom: number } {
  const rows: VirtualMachineRow[] = []
  let bottom = top
  for (const content of contents) {
    const height = rowHeight(content)
    const before = rows.at(-1)
    const isDense = dense.includes(content.kind) && before !== undefined && dense.includes(before.kind)
    const listener = content.kind === 'listener' ? model.find('listener', content.id) : undefined
    const width = listener && listenerWidth(listener)
    const end = before?.kind === 'listener' ? (before.x ?? 0) + (before.width ?? 0) : Number.POSITIVE_INFINITY
    const isBeside = width !== undefined && end + gap + width <= rowsLeft + rowsWidth
    const y = isBeside && before ? before.y : rows.length === 0 ? top : isDense ? bottom - gap : bottom
    const place = width === undefined ? {} : { x: isBeside ? end + gap : rowsLeft, width }
    rows.push({ ...content, y, height, ...place } as VirtualMachineRow)
    bottom = y + height + gap
  }
  return { rows, bottom }
}

/** How tall a VM is in row view. */
export const rowViewHeight = 44

/** How tall a VM is: one whose probe answers has room for what is said when it no longer does, so that it does not grow then. */
export function virtualMachineHeight({ detail, rows, probe }: VirtualMachineView): number {
  const last = rows.at(-1)
  if (detail === 'row' || !last) return rowViewHeight
  const spare = probe === 'up' ? downSpare(rows) : 0
  return Math.ceil((last.y + last.height + spare + guestBottom) / 8) * 8
}

/** How much more the lines on what becomes of packets take when the probe is down. */
function downSpare(rows: readonly VirtualMachineRow[]): number {
  const now = rows.filter((row) => row.kind === 'sees')
  const lines = now.reduce((sum, row) => sum + row.lines.length, 0)
  if (lines === 0) return 0
  const height = now.reduce((sum, row) => sum + row.height + gap, -gap)
  return Math.max(0, seesHeight(1 + Math.min(lines, mostSeesLines)) - height)
}

type Rows = Pick<VirtualMachineView, 'rows' | 'guestTop' | 'unfolded'> & {
  readonly words: readonly (string | undefined)[]
}

/** What a VM in full view shows: a guest with a hundred addresses has a hundred lines. */
function rowsOf(
  input: ViewInput,
  machine: Resource<'virtualMachine'>,
  verdicts: readonly GuestVerdict[],
): Rows {
  const { model } = input
  const azure = stacked(
    model,
    model.interfacesOf(machine.id).map((nic) => nicRow(model, nic, machine.guest?.os)),
    headerHeight,
  )
  const guestTop = azure.bottom + guestHeader
  const guest = stacked(model, guestRows(input, machine, verdicts), guestTop)
  const isFolded = guest.rows.some(({ kind }) => kind === 'more')
  const all = isFolded ? stacked(model, guestRows(input, machine, verdicts, false), guestTop) : undefined
  return {
    rows: [...azure.rows, ...guest.rows],
    ...(all ? { unfolded: [...azure.rows, ...all.rows] } : {}),
    guestTop: azure.bottom + 4,
    words: guest.rows.map(rowWords),
  }
}

/** What the probes find of the rules that reach a machine: down only where all do. */
function probeView({ model }: ViewInput, verdicts: readonly GuestVerdict[]): { probe?: 'up' | 'down' } {
  const probed = verdicts.filter(({ rule }) => model.find('loadBalancingRule', rule)?.probe !== undefined)
  if (probed.length === 0) return {}
  return { probe: probed.every(({ probeDown }) => probeDown) ? 'down' : 'up' }
}

/** A VM with what Azure knows of it and, inside the guest boundary, what only the guest knows. */
export function virtualMachineView(
  input: ViewInput,
  machine: Resource<'virtualMachine'>,
  verdicts: readonly GuestVerdict[],
  detail: VirtualMachineView['detail'],
): VirtualMachineView {
  const { model } = input
  const os = machine.guest?.os
  const nics = model.interfacesOf(machine.id)
  const configurations = nics.flatMap((nic) => model.ipConfigurationsOf(nic.id))
  const parts = [
    ...nics.flatMap((nic) => [nic.id, nic.networkSecurityGroup]),
    ...configurations.flatMap(({ id, publicIPAddress }) => [id, publicIPAddress]),
    ...model.loopbacksOf(machine.id).map(({ id }) => id),
    ...model.listenersOf(machine.id).map(({ id }) => id),
  ]
  const { problems } = problemsOf(input, [machine.id, ...parts])
  const primary = configurations.find((configuration) => configuration.primary) ?? configurations[0]
  const address = primary?.privateIPAddress
  const marks = marksOf(input, verdicts)
  const { words, ...rows }: Rows =
    detail === 'full'
      ? rowsOf(input, machine, verdicts)
      : { rows: [], guestTop: 0, words: [marks.length > 0 ? answerWords(marks) : undefined] }
  return {
    name: machine.name,
    detail,
    ...(os === undefined ? {} : { os }),
    ...(address === undefined ? {} : { address: addressView(input, address) }),
    ...rows,
    marks,
    ...probeView(input, verdicts),
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(`Virtual machine ${machine.name}`, osWord(os), address, ...words, problemWords(problems)),
  }
}

const rowWords = (row: VirtualMachineRow): string | undefined => {
  if (row.kind === 'sees') return row.lines.join(', ')
  if (row.kind === 'more') return `${row.hidden.length} more listeners`
  return row.kind === 'missing' ? `no adapter holds ${row.address.text}` : undefined
}

/** The guest's operating system as a word. */
export function osWord(os: string | undefined): string {
  if (os === 'windows') return 'Windows'
  if (os === 'linux') return 'Linux'
  return os ?? 'Guest not described'
}
