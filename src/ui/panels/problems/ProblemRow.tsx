import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import type { TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { ResourceIcon } from '../../components/ResourceIcon.tsx'
import { FixButton } from './FixButton.tsx'
import { openProblem, problemKey, useCurrentProblem } from './go-to-problem.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { severityWord, toneOf } from './severity.ts'
import { Why } from './Why.tsx'

/** One finding: what is wrong, on which thing, how to mend it, and why it is so. */
export function ProblemRow({
  diagnostic,
  model,
}: {
  readonly diagnostic: Diagnostic
  readonly model: TopologyModel
}) {
  const [isExplained, setIsExplained] = useState(false)
  const isCurrent = useCurrentProblem(({ key }) => key === problemKey(diagnostic))
  const ref = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { severity, resource, message, rule } = diagnostic
  const type = typeOfId(resource)
  return (
    <li className="problem-row" ref={ref} aria-current={isCurrent || undefined}>
      <div className="problem-row__line">
        <span className={`problem-row__severity problem-row__severity--${toneOf(severity)}`}>
          <SeverityIcon severity={severity} />
          {severityWord(severity)}
        </span>
        <button type="button" className="problem-row__message" onClick={() => openProblem(diagnostic)}>
          {message}
        </button>
        <span className="problem-row__thing" title={model.nameOf(resource)}>
          {type && <ResourceIcon type={type} size={14} />}
          <span>{model.nameOf(resource)}</span>
        </span>
        <code className="problem-row__rule">{rule}</code>
        <button
          type="button"
          className="text-button problem-row__why"
          aria-expanded={isExplained}
          aria-label={`Why? ${message}`}
          onClick={() => setIsExplained(!isExplained)}
        >
          <ChevronRight size={13} aria-hidden="true" />
          Why?
        </button>
        <span className="problem-row__fix">
          <FixButton diagnostic={diagnostic} />
        </span>
      </div>
      {isExplained && <Why diagnostic={diagnostic} />}
    </li>
  )
}
