import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Hop } from '../../../core/simulator/trace.ts'
import { AddressChip } from '../../components/AddressChip.tsx'
import { setPlayer } from '../../store/session.ts'
import { Basis } from './Basis.tsx'
import { HopRow } from './HopRow.tsx'
import type { TraceRow, TraceRows } from './trace-rows.ts'

interface TraceTableProps {
  readonly rows: TraceRows
  readonly step: number
  /** The verdict is neither good nor bad: the diagram does not say. */
  readonly isUnknown: boolean
}

const goTo = (step: number) => setPlayer({ step, playing: false, visible: true })

/** The hops of a trace with the header after each. Up and Down move through them. */
export function TraceTable({ rows, step, isUnknown }: TraceTableProps) {
  const { forward, reply, missed } = rows
  const ref = useRef<HTMLTableElement>(null)
  const count = forward.length + reply.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row of another step scrolls into view
  useEffect(() => {
    ref.current?.querySelector('[aria-current=step]')?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }, [step])
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowUp: step - 1, ArrowDown: step + 1, Home: 0, End: count - 1 }
    const next = moves[event.key]
    if (next === undefined || next < 0 || next >= count) return
    event.preventDefault()
    goTo(next)
    ref.current?.querySelectorAll<HTMLElement>('.trace-table__number')[next]?.focus()
  }
  return (
    <table className="trace-table" ref={ref} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Where</th>
          <th scope="col">Source</th>
          <th scope="col">Destination</th>
          <th scope="col">What happens</th>
          <th scope="col">Basis</th>
        </tr>
      </thead>
      <tbody>
        {forward.map((row) => (
          <Row key={row.index} row={row} step={step} />
        ))}
        {missed.map((where, index) => (
          <tr key={where} className="trace-table__missed">
            <td>{count + index + 1}</td>
            <td>{where}</td>
            <td>–</td>
            <td>–</td>
            <td>{isUnknown ? 'Not known' : 'Not reached'}</td>
            <td />
          </tr>
        ))}
      </tbody>
      {reply.length > 0 && (
        <tbody>
          <tr className="trace-table__divider">
            <th scope="rowgroup" colSpan={6}>
              Reply
            </th>
          </tr>
          {reply.map((row) => (
            <Row key={row.index} row={row} step={step} />
          ))}
        </tbody>
      )}
    </table>
  )
}

interface RowProps {
  readonly row: TraceRow
  readonly step: number
}

function Row({ row, step }: RowProps) {
  const { index, hop, where, rewritten } = row
  return (
    <HopRow row={row} isCurrent={index === step} onGo={() => goTo(index)}>
      <td title={where}>{where}</td>
      <Header endpoint={hop.source} isRewritten={rewritten === 'source'} />
      <Header endpoint={hop.destination} isRewritten={rewritten === 'destination'} />
      <td className="trace-table__note">
        <span className="trace-table__words" title={hop.note.length > 200 ? hop.note : undefined}>
          {hop.note}
        </span>
      </td>
      <td>
        <Basis hop={hop} />
      </td>
    </HopRow>
  )
}

interface HeaderProps {
  readonly endpoint: Hop['source']
  readonly isRewritten: boolean
}

/** One half of the header, with a word where this place changed it. */
function Header({ endpoint: { address, port }, isRewritten }: HeaderProps) {
  return (
    <td className={isRewritten ? 'trace-table__rewritten' : undefined}>
      <AddressChip
        address={address}
        port={port}
        {...(port === null ? { title: 'Any ephemeral port' } : {})}
      />
      {isRewritten && <span className="trace-table__changed">changed</span>}
    </td>
  )
}
