import { Check, CircleHelp, Minus, TriangleAlert, X } from 'lucide-react'
import { memo } from 'react'
import type { BackendReachability, RuleReachability } from '../../../core/simulator/summary.ts'
import { AddressChip } from '../../components/AddressChip.tsx'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { useCheckedModel } from '../../store/after-typing.ts'
import { select } from '../../store/session.ts'
import { cellsOf, cellWords, isFailing } from './cell-words.ts'
import { look } from './grid-view.ts'
import type { ListedRule } from './listed-rules.ts'
import { openCell } from './open-cell.ts'

const icons = { ok: Check, bad: X, warn: TriangleAlert, neutral: CircleHelp } as const
const protocols: Readonly<Record<string, string>> = { Tcp: 'TCP', Udp: 'UDP', All: 'All' }

interface GridRowProps {
  readonly rule: ListedRule
  /** Absent until the rule is followed. */
  readonly reach: RuleReachability | undefined
  readonly machines: readonly string[]
  readonly index: number
  readonly isWorst: boolean
  /** Which of its cells the Tab key reaches: a backend's, with `null` the name. */
  readonly tabStop: string | null | undefined
}

/** One rule, and what becomes of its packets at each backend. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { rule, reach, machines, index, isWorst, tabStop } = props
  const model = useCheckedModel()
  const cells = reach && cellsOf(reach)
  return (
    <tr>
      <th scope="row" className="grid__rule">
        <button
          type="button"
          className="grid__name"
          title={`Select ${rule.name}`}
          data-cell={`${index} 0`}
          tabIndex={tabStop === null ? 0 : -1}
          onFocus={() => look({ at: { rule: rule.id, machine: null } })}
          onClick={() => select([rule.id], { reveal: true })}
        >
          {rule.name}
        </button>
      </th>
      <td>
        {rule.called === undefined ? (
          <span className="grid__none">No frontend</span>
        ) : (
          <AddressChip address={rule.called} port={rule.port} />
        )}
        <span className="grid__protocol">
          {rule.ports} {protocols[rule.protocol ?? ''] ?? rule.protocol}
        </span>
      </td>
      <td>{reach ? <Answers rule={rule} reach={reach} /> : <span className="grid__none">…</span>}</td>
      {isWorst && <td className="grid__client">{reach?.client && model.nameOf(reach.client)}</td>}
      {machines.map((id, column) => {
        const backend = cells?.get(id)
        return (
          <td key={id}>
            {reach && backend && (
              <Cell
                rule={rule}
                reach={reach}
                backend={backend}
                place={`${index} ${column + 1}`}
                isTabStop={tabStop === id}
              />
            )}
          </td>
        )
      })}
    </tr>
  )
})

function Answers({ rule, reach }: { readonly rule: ListedRule; readonly reach: RuleReachability }) {
  const model = useCheckedModel()
  if (reach.client === undefined) return <span className="grid__none">Nobody calls it</span>
  if (reach.total === 0) return <VerdictBadge tone="bad">No backends</VerdictBadge>
  const tone = isFailing(model, rule, reach) ? 'bad' : reach.unknown > 0 ? 'neutral' : 'ok'
  return (
    <VerdictBadge tone={tone}>
      {reach.answered} of {reach.total}
    </VerdictBadge>
  )
}

interface CellProps {
  readonly rule: ListedRule
  readonly reach: RuleReachability
  readonly backend: BackendReachability
  readonly place: string
  readonly isTabStop: boolean
}

function Cell({ rule, reach, backend, place, isTabStop }: CellProps) {
  const model = useCheckedModel()
  const { tone, address, short, word, sentence } = cellWords(model, rule, reach, backend)
  const Icon = short === 'Standby' ? Minus : icons[tone]
  const shown = address === undefined ? short : (model.get(address)?.name ?? address)
  return (
    <button
      type="button"
      className={`grid__cell grid__cell--${tone}`}
      data-cell={place}
      tabIndex={isTabStop ? 0 : -1}
      title={sentence}
      aria-label={`${shown}, ${rule.name} to ${model.nameOf(backend.virtualMachine)}: ${word}`}
      onFocus={() => look({ at: { rule: rule.id, machine: backend.virtualMachine } })}
      onClick={() => openCell(rule.id, reach, backend)}
    >
      <Icon size={14} aria-hidden="true" />
      {address === undefined ? (
        <span className="grid__short">{short}</span>
      ) : (
        <AddressChip address={address} size="small" />
      )}
    </button>
  )
}
