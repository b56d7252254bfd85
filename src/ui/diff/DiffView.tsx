import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import type { DocumentDiff } from '../../core/diff/diff.ts'
import { type FlowChange, isWorse } from '../../core/diff/flow-changes.ts'
import { fieldText, flowWords, outcomeText, summaryText } from '../../core/diff/words.ts'
import { ChangeMark } from './ChangeMark.tsx'
import './diff.css'

function Fields({ fields }: { readonly fields: DocumentDiff['document'] }) {
  return (
    <ul className="diff__fields">
      {fields.map((field) => (
        <li key={`${field.kind} ${field.field.join(' ')} ${field.before} ${field.after}`}>
          {fieldText(field)}
        </li>
      ))}
    </ul>
  )
}

function FlowRow({ change }: { readonly change: FlowChange }) {
  const { kind, label, before, after } = change
  const tone = isWorse(change) ? 'bad' : kind === 'works' ? 'ok' : 'neutral'
  const Icon = { bad: CircleX, ok: CircleCheck, neutral: CircleHelp }[tone]
  return (
    <li>
      <span className={`change-mark change-mark--flow-${tone}`}>
        <Icon size={13} aria-hidden="true" />
        {flowWords[kind]}
      </span>
      {label}
      <ul className="diff__fields">
        {before && <li>before: {outcomeText(before)}</li>}
        {after && <li>now: {outcomeText(after)}</li>}
      </ul>
    </li>
  )
}

/** What changed between two diagrams, in words: things with their fields, then the flows that fare differently. */
export function DiffView({ diff }: { readonly diff: DocumentDiff }) {
  const { document, things, accepted, flows } = diff
  return (
    <div className="diff">
      <p className="diff__summary">{summaryText(diff)}</p>
      {flows.changes.length > 0 && (
        <section>
          <h4>Flows</h4>
          <ul className="diff__list">
            {flows.changes.map((change) => (
              <FlowRow key={`${change.kind} ${JSON.stringify(change.flow)}`} change={change} />
            ))}
          </ul>
        </section>
      )}
      {document.length + things.length + accepted.length > 0 && (
        <section>
          <h4>Diagram</h4>
          <ul className="diff__list">
            {document.length > 0 && (
              <li>
                <ChangeMark kind="changed" /> diagram
                <Fields fields={document} />
              </li>
            )}
            {things.map(({ id, kind, label, fields }) => (
              <li key={id}>
                <ChangeMark kind={kind} /> {label}
                <Fields fields={fields} />
              </li>
            ))}
            {accepted.map(({ kind, lintRule, thing, reason }) => (
              <li key={`${kind} ${lintRule} ${thing}`}>
                <ChangeMark kind={kind} /> accepted finding {lintRule} of {thing}: {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
