import { Check, ChevronRight, Minus, Trash2 } from 'lucide-react'
import { verdictWords } from '../../../core/drawing/views/load-balancing-rule.ts'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { AddressChip } from '../../components/AddressChip.tsx'
import { IdentityMark } from '../../components/IdentityMark.tsx'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { useIdentities } from '../../store/derived.ts'
import { useLatestVerdicts } from '../../store/latest-verdicts.ts'
import { SeverityIcon } from '../problems/SeverityIcon.tsx'
import { severityWord } from '../problems/severity.ts'
import { cellProblem, cellText, isOfGroups, valueAt, whyLocked } from './cell-value.ts'
import type { Column, FieldColumn } from './columns.ts'
import { findingsAt, worstOf } from './row-status.ts'

interface TableCellProps {
  readonly id: string
  readonly resource: object
  readonly column: Column
  readonly model: TopologyModel
  readonly diagnostics: readonly Diagnostic[]
}

/** What a cell shows while it is not written into. */
export function TableCell(props: TableCellProps) {
  const { id, resource, column, model, diagnostics } = props
  switch (column.kind) {
    case 'status':
      return <Status diagnostics={diagnostics} />
    case 'verdict':
      return <RuleVerdict id={id} />
    case 'delete':
      return (
        <span className="table-cell__delete">
          <Trash2 size={14} aria-hidden="true" />
          <span className="visually-hidden">Delete {model.nameOf(id)}</span>
        </span>
      )
    case 'summary': {
      const text = column.text(model, id)
      return (
        <span className="table-cell table-cell--leads" title={text}>
          <span className="table-cell__text mono">{text}</span>
          <ChevronRight size={14} aria-hidden="true" />
        </span>
      )
    }
    default:
      return (
        <FieldCell
          id={id}
          column={column}
          model={model}
          value={valueAt(resource, column.key)}
          found={findingsAt(diagnostics, id, column.key)}
        />
      )
  }
}

function RuleVerdict({ id }: { readonly id: string }) {
  const verdict = useLatestVerdicts(({ ruleVerdicts }) => ruleVerdicts.get(id))
  if (!verdict) return null
  return (
    <VerdictBadge tone={verdict.tone} {...(verdict.client === undefined ? {} : { title: verdict.client })}>
      {verdictWords(verdict)}
    </VerdictBadge>
  )
}

function Status({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const worst = worstOf(diagnostics)
  if (!worst) return <span className="table-cell__unset">None</span>
  return (
    <span className={`table-cell table-cell__status table-cell__status--${worst}`}>
      <SeverityIcon severity={worst} />
      {severityWord(worst)}
      {diagnostics.length > 1 && <span className="table-cell__unset">{diagnostics.length}</span>}
    </span>
  )
}

interface FieldCellProps {
  readonly id: string
  readonly column: FieldColumn
  readonly model: TopologyModel
  readonly value: unknown
  readonly found: readonly Diagnostic[]
}

function FieldCell({ id, column, model, value, found }: FieldCellProps) {
  const severity = worstOf(found)
  const problem =
    found.find((one) => one.severity === severity)?.message ?? cellProblem(model, id, column, value)
  const shown = severity ?? (problem === undefined ? undefined : 'error')
  const isLocked = whyLocked(model, id, column) !== undefined
  return (
    <span className={`table-cell ${isLocked ? 'table-cell--locked' : ''}`} title={problem}>
      {shown && <SeverityIcon severity={shown} />}
      <Value column={column} model={model} value={value} />
      {isLocked && isOfGroups(column.field) && <ChevronRight size={14} aria-hidden="true" />}
      {shown && problem && (
        <span className="visually-hidden">
          , {severityWord(shown)}: {problem}
        </span>
      )}
    </span>
  )
}

const isAddress = (kind: string) => kind === 'address' || kind === 'addressWithLength'

function Value({ column: { key, field }, model, value }: Pick<FieldCellProps, 'column' | 'model' | 'value'>) {
  const identities = useIdentities()
  const kind = field.value
  if (value === undefined) {
    if (field.fallback === undefined) return null
    return (
      <span className="table-cell__unset">
        <span className="visually-hidden">Not set: </span>
        {cellText(model, field, field.fallback)}
      </span>
    )
  }
  if (typeof value === 'boolean') {
    return (
      <span className="table-cell__switch">
        {value ? <Check size={14} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
        {value ? 'On' : 'Off'}
      </span>
    )
  }
  if (typeof value === 'string' && isAddress(kind.kind) && value !== '') {
    return <AddressChip address={value} size="small" />
  }
  if (kind.kind === 'list' && isAddress(kind.item.value.kind) && Array.isArray(value)) {
    return (
      <span className="table-cell__chips">
        {value.map((address, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
          <AddressChip key={index} address={String(address)} size="small" />
        ))}
      </span>
    )
  }
  const isPlain = kind.kind === 'reference' || kind.kind === 'choice' || key === 'name'
  const identity = kind.kind === 'reference' ? identities.get(String(value)) : undefined
  return (
    <>
      {identity && <IdentityMark identity={identity} />}
      <span className={`table-cell__text ${isPlain ? '' : 'mono'}`} title={cellText(model, field, value)}>
        {cellText(model, field, value)}
      </span>
    </>
  )
}
