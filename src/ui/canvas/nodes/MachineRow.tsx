import { ArrowRight, CircleAlert, CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import type {
  InterfaceRow,
  ListenerRow,
  MoreRow,
  VirtualMachineRow,
} from '../../../core/drawing/views/virtual-machine-rows.ts'
import type { Identity } from '../../../core/topology/identity.ts'
import { identityClass } from '../../components/IdentityMark.tsx'
import { select } from '../../store/session.ts'
import { type Lit, useCanvasState } from '../canvas-state.ts'
import { clip } from '../clip.ts'
import { Chip } from './Chip.tsx'
import { ListenerSwitch } from './ListenerSwitch.tsx'
import { NameInput } from './NodeTitle.tsx'
import { ResourceChip } from './ResourceChip.tsx'
import { WeakHost } from './WeakHost.tsx'

/** How many characters of a listener's name have room beside its socket. */
const roomBeside = (socket: string) =>
  Math.min(12, Math.max(0, Math.floor((182 - socket.length * 7.3) / 6.7)))

/** The name of a row that is a thing of its own; a double click lets it be typed in place. */
function RowName({ row }: { readonly row: InterfaceRow | ListenerRow }) {
  const renaming = useCanvasState((state) => state.renaming === row.id)
  if (renaming) return <NameInput id={row.id} name={row.ownName} />
  const isListener = row.kind === 'listener'
  const look = isListener ? 'machine-row__service' : 'machine-row__name'
  const title = isListener ? `${row.name}, ${row.running ? row.title : 'stopped'}` : row.name
  return (
    <span className={`${look} ${clip(row.name, isListener ? roomBeside(row.socket) : 15)}`} title={title}>
      {row.name}
    </span>
  )
}

function InterfaceContent({ row }: { readonly row: InterfaceRow }) {
  const [first, ...others] = row.addresses
  return (
    <>
      <div className="machine-row__line">
        <RowName row={row} />
        {first ? <Chip address={first} most={17} /> : <span className="node__muted">no address</span>}
      </div>
      {others.map((address) => (
        <div key={address.id ?? address.text} className="machine-row__line machine-row__line--end">
          <Chip address={address} most={17} />
        </div>
      ))}
      {row.weakHost && <WeakHost row={row} weakHost={row.weakHost} />}
      {row.chips.map((chip) => (
        <ResourceChip key={chip.id} chip={chip} />
      ))}
    </>
  )
}

const seesIcons = { ok: CircleCheck, bad: CircleX, neutral: CircleHelp } as const

type ShownRow = Exclude<VirtualMachineRow, MoreRow>

function content(row: ShownRow): ReactNode {
  switch (row.kind) {
    case 'nic':
    case 'loopback':
      return <InterfaceContent row={row} />
    case 'missing':
      return (
        <div className="machine-row__line">
          <span className="machine-row__name">No adapter holds</span>
          <Chip address={row.address} most={17} />
        </div>
      )
    case 'listener':
      return (
        <>
          <ListenerSwitch row={row} />
          <RowName row={row} />
          <span className="mono" title={row.title}>
            {row.socket}
          </span>
        </>
      )
    case 'forward':
      return (
        <>
          <span
            className={`mono machine-row__service ${clip(row.from, 14)}`}
            title={`${row.name}: ${row.from} to ${row.to}`}
          >
            {row.from}
          </span>
          <ArrowRight size={12} aria-label="to" />
          <span className="mono">{row.to}</span>
        </>
      )
    case 'unknown':
      return (
        <>
          <CircleAlert size={13} aria-hidden="true" />
          <span className="machine-row__service">{row.text}</span>
        </>
      )
    case 'sees': {
      const Icon = seesIcons[row.tone]
      return (
        <>
          <Icon size={14} aria-hidden="true" />
          <ul className="machine-row__sees">
            {row.lines.map((line) => (
              <li key={line} className={clip(line, 28)} title={line}>
                {line}
              </li>
            ))}
          </ul>
        </>
      )
    }
  }
}

const rowWords = { nic: 'network interface', loopback: 'loopback adapter', listener: 'listener' } as const

function identityOf(row: ShownRow): Identity | undefined {
  if (row.kind === 'listener') return row.identity
  return row.kind === 'loopback' ? row.addresses.find(({ identity }) => identity)?.identity : undefined
}

const placeOf = ({ x, y, width, height }: ShownRow) =>
  x === undefined || width === undefined
    ? { top: y, height }
    : { top: y, height, left: x, right: 'auto', width }

interface MachineRowProps {
  readonly row: ShownRow
  readonly selected: boolean
  readonly lit: Lit | undefined
}

/** One row of a VM. What is a resource of its own can be selected. */
export const MachineRow = memo(({ row, selected, lit }: MachineRowProps) => {
  const identity = identityOf(row)
  const look = [
    `machine-row machine-row--${row.kind}`,
    row.kind === 'sees' && `machine-row--${row.tone}`,
    row.kind === 'listener' && !row.running && 'machine-row--stopped',
    identity && 'machine-row--known',
    identityClass(lit?.identity ?? identity),
    selected && 'machine-row--selected',
    lit && `machine-row--${lit.tone}`,
  ]
  return (
    <div
      className={look.filter(Boolean).join(' ')}
      style={placeOf(row)}
      {...('id' in row ? { 'data-resource': row.id } : {})}
    >
      {'id' in row && (
        <button
          type="button"
          className="machine-row__select"
          aria-label={`Select ${rowWords[row.kind]} ${row.name}`}
          aria-pressed={selected}
          onClick={(event) => {
            event.stopPropagation()
            select([row.id])
          }}
        />
      )}
      {content(row)}
    </div>
  )
})
MachineRow.displayName = 'MachineRow'
