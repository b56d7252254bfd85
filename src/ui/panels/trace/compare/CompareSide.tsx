import { EqualNot } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { resolve } from '../../../../core/topology/model.ts'
import { AddressChip } from '../../../components/AddressChip.tsx'
import { Badge } from '../../../components/Badge.tsx'
import { Button } from '../../../components/Button.tsx'
import { VerdictBadge } from '../../../components/VerdictBadge.tsx'
import { type ComparedSide, type Comparison, pairedStep } from '../../../store/comparison.ts'
import { edit, useReadOnly } from '../../../store/document.ts'
import { setPlayer } from '../../../store/session.ts'
import { HopRow } from '../HopRow.tsx'
import type { TraceRow } from '../trace-rows.ts'
import { verdictLine } from '../verdict-line.ts'

type Half = 'source' | 'destination'

interface CompareSideProps {
  readonly side: ComparedSide
  readonly rows: readonly TraceRow[]
  readonly differing: ReadonlyMap<number, ReadonlySet<Half>>
  /** The hop that this side's packet has reached. */
  readonly hop: number
  readonly comparison: Comparison
}

/** One of the two traces: its verdict, and each place with the header after it. */
export function CompareSide({ side, rows, differing, hop, comparison }: CompareSideProps) {
  const { floating, isSet, document, trace } = side
  const { rule, steps } = comparison
  const readOnly = useReadOnly()
  const ref = useRef<HTMLTableElement>(null)
  const model = resolve(document)
  const { tone, text } = verdictLine(model, trace)
  const word = floating ? 'on' : 'off'
  const half = floating ? 'one' : 'other'
  const goTo = (index: number) =>
    setPlayer({ step: pairedStep(steps, half, index), playing: false, visible: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row of another step scrolls into view
  useEffect(() => {
    ref.current?.querySelector('[aria-current=step]')?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  }, [hop])
  const onKeyDown = (event: KeyboardEvent) => {
    const last = rows.length - 1
    const moves: Record<string, number> = { ArrowUp: hop - 1, ArrowDown: hop + 1, Home: 0, End: last }
    const next = moves[event.key]
    if (next === undefined || next < 0 || next > last) return
    event.preventDefault()
    goTo(next)
    ref.current?.querySelectorAll<HTMLElement>('.trace-table__number')[next]?.focus()
  }
  return (
    <section className="compare__side" aria-label={`Floating IP ${word}`}>
      <header className="compare__head">
        <h2>Floating IP {word}</h2>
        {isSet ? (
          <Badge tone="neutral">set now</Badge>
        ) : (
          !readOnly && (
            <Button
              size="small"
              onClick={() =>
                edit(`${floating ? 'Enable' : 'Disable'} floating IP on ${model.nameOf(rule)}`, [
                  { type: 'resource.set', id: rule, path: 'enableFloatingIP', value: floating },
                ])
              }
            >
              Turn {word}
            </Button>
          )
        )}
        <span className="compare__verdict">
          <VerdictBadge tone={tone} title={text}>
            {text}
          </VerdictBadge>
        </span>
      </header>
      <table className="trace-table compare__table" ref={ref} onKeyDown={onKeyDown}>
        <thead className="compare__names">
          <tr>
            {['#', 'Where', 'Source', 'Destination'].map((column) => (
              <th key={column} scope="col">
                <span className="visually-hidden">{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.index}
              row={row}
              isCurrent={row.index === hop}
              differing={differing.get(row.index)}
              onGo={() => goTo(row.index)}
            />
          ))}
        </tbody>
      </table>
      <p className="compare__note">{rows[hop]?.hop.note}</p>
    </section>
  )
}

interface RowProps {
  readonly row: TraceRow
  readonly isCurrent: boolean
  readonly differing: ReadonlySet<Half> | undefined
  readonly onGo: () => void
}

function Row({ row, isCurrent, differing, onGo }: RowProps) {
  const { hop, where } = row
  return (
    <HopRow row={row} isCurrent={isCurrent} onGo={onGo}>
      <td className="compare__where" title={where}>
        {where}
      </td>
      {(['source', 'destination'] as const).map((half) => (
        <td key={half} className={differing?.has(half) ? 'compare__differs' : undefined}>
          <AddressChip
            address={hop[half].address}
            port={hop[half].port}
            {...(hop[half].port === null ? { title: 'Any ephemeral port' } : {})}
          />
          {differing?.has(half) && <Differs />}
        </td>
      ))}
    </HopRow>
  )
}

function Differs() {
  return (
    <span className="compare__mark" title="Not the same on the other side">
      <EqualNot size={12} strokeWidth={2.5} role="img" aria-label="differs" />
    </span>
  )
}
