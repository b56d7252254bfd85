import { MessageSquareCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { useReadOnly } from '../../store/document.ts'
import { openLintRule } from '../catalogue/open-lint-rule.ts'
import { AcceptDialog, isAcceptable } from './AcceptDialog.tsx'
import { catalogueEntry } from './catalogue.ts'
import { FixButton } from './FixButton.tsx'
import { openProblem, problemKey, useCurrentProblem } from './go-to-problem.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { severityWord, toneOf } from './severity.ts'

/** One finding: what is wrong, on which thing, how to mend it, and why it is so. */
export function ProblemRow({
  diagnostic,
  fixes,
  model,
  ofThisKind,
  isConsequence = false,
}: {
  readonly diagnostic: Diagnostic
  readonly fixes: readonly Fix[]
  readonly model: TopologyModel
  /** How many findings its lint rule has. */
  readonly ofThisKind: number
  /** Whether it follows from the row above. */
  readonly isConsequence?: boolean
}) {
  const readOnly = useReadOnly()
  const [isAccepting, setIsAccepting] = useState(false)
  const isCurrent = useCurrentProblem(({ key }) => key === problemKey(diagnostic))
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { severity, resource, message, rule } = diagnostic
  const type = typeOfId(resource)
  return (
    <li
      className={`problem-row ${isConsequence ? 'problem-row--consequence' : ''}`}
      ref={ref}
      aria-current={isCurrent || undefined}
    >
      <div className="problem-row__line">
        <span className={`problem-row__severity problem-row__severity--${toneOf(severity)}`}>
          <SeverityIcon severity={severity} />
          {severityWord(severity)}
        </span>
        <button type="button" className="problem-row__message" onClick={() => openProblem(diagnostic)}>
          {isConsequence && <span className="problem-row__follows">Follows: </span>}
          {message}
        </button>
        <span className="problem-row__thing" title={model.nameOf(resource)}>
          {type && <ResourceIcon type={type} size={14} />}
          <span>{model.nameOf(resource)}</span>
        </span>
        <code className="problem-row__rule">{rule}</code>
        <span className="problem-row__ask">
          {catalogueEntry(rule) && (
            <button
              type="button"
              className="text-button"
              aria-label={`Why? ${message}`}
              onClick={() => openLintRule(rule)}
            >
              Why?
            </button>
          )}
          {!readOnly && isAcceptable(diagnostic) && (
            <IconButton
              size="small"
              label="Accept with a reason"
              aria-label={`Accept with a reason: ${message}`}
              icon={<MessageSquareCheck size={14} />}
              onClick={() => setIsAccepting(true)}
            />
          )}
        </span>
        <span className="problem-row__fix">
          <FixButton diagnostic={diagnostic} fixes={fixes} ofThisKind={ofThisKind} />
        </span>
      </div>
      {isAccepting && <AcceptDialog diagnostic={diagnostic} onClose={() => setIsAccepting(false)} />}
    </li>
  )
}
