import type { Resource } from '../../../core/topology/model.ts'
import type { GuestVerdict } from '../verdicts.ts'
import { addressView, problemsOf, problemWords, sentence, type ViewInput } from './common.ts'
import { guestRows } from './guest-rows.ts'
import { marksOf } from './marks.ts'
import type { VirtualMachineView } from './view.ts'
import {
  headerHeight,
  nicRow,
  type RowContent,
  rowHeight,
  type VirtualMachineRow,
} from './virtual-machine-rows.ts'

const gap = 4
/** Room for the guest boundary with its label. */
const guestHeader = 21
const guestBottom = 10

const dense: readonly RowContent['kind'][] = ['listener', 'forward', 'unknown']

/** Rows one below the other, from `top` on. */
function stacked(
  contents: readonly RowContent[],
  top: number,
): { rows: VirtualMachineRow[]; bottom: number } {
  let y = top
  const rows = contents.map((content) => {
    const height = rowHeight(content)
    const row = { ...content, y, height } as VirtualMachineRow
    y += height + (dense.includes(content.kind) ? 0 : gap)
    return row
  })
  return { rows, bottom: contents.length === 0 ? top : y }
}

/** How tall a VM is in row view. */
export const rowViewHeight = 44

/** How tall a VM is. */
export function virtualMachineHeight({ detail, rows }: VirtualMachineView): number {
  const last = rows.at(-1)
  if (detail === 'row' || !last) return rowViewHeight
  return Math.ceil((last.y + last.height + guestBottom) / 8) * 8
}

/** A VM with what Azure knows of it and, inside the guest boundary, what only the guest knows. */
export function virtualMachineView(
  input: ViewInput,
  machine: Resource<'virtualMachine'>,
  verdicts: readonly GuestVerdict[],
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
  const azure = stacked(
    nics.map((nic) => nicRow(model, nic, os)),
    headerHeight,
  )
  const guest = stacked(guestRows(input, machine, verdicts), azure.bottom + guestHeader)
  const marks = marksOf(input, verdicts)
  return {
    name: machine.name,
    detail: 'full',
    ...(os === undefined ? {} : { os }),
    ...(address === undefined ? {} : { address: addressView(input, address) }),
    guestTop: azure.bottom + 1,
    rows: [...azure.rows, ...guest.rows],
    marks,
    chips: [],
    ...(problems ? { problems } : {}),
    label: sentence(
      `Virtual machine ${machine.name}`,
      osWord(os),
      address,
      ...guest.rows.flatMap((row) => (row.kind === 'sees' || row.kind === 'missing' ? [rowWords(row)] : [])),
      problemWords(problems),
    ),
  }
}

const rowWords = (row: VirtualMachineRow): string | undefined => {
  if (row.kind === 'sees') return row.lines.join(', ')
  return row.kind === 'missing' ? `no adapter holds ${row.address.text}` : undefined
}

/** The guest's operating system as a word. */
export function osWord(os: string | undefined): string {
  if (os === 'windows') return 'Windows'
  if (os === 'linux') return 'Linux'
  return os ?? 'Guest not described'
}
