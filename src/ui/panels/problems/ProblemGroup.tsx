import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import { severityHeading } from './severity.ts'

/** The findings of one severity. What is correct but surprising stays folded until somebody asks for it. */
export function ProblemGroup({
  severity,
  count,
  isAskedFor,
  children,
}: {
  readonly severity: Severity
  readonly count: number
  /** Whether a filter or a step through the findings asks for what would be folded. */
  readonly isAskedFor: boolean
  readonly children: ReactNode
}) {
  const [isUnfolded, setIsUnfolded] = useState(false)
  const heading = (
    <>
      {severityHeading(severity)} <span>{count}</span>
    </>
  )
  if (severity !== 'info') {
    return (
      <section className="problems-panel__group">
        <h3>{heading}</h3>
        <ul>{children}</ul>
      </section>
    )
  }
  const isOpen = isUnfolded || isAskedFor
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="problems-panel__group">
      <h3 className="problems-panel__folded">
        <button type="button" aria-expanded={isOpen} onClick={() => setIsUnfolded(!isOpen)}>
          <Chevron size={14} aria-hidden="true" />
          {heading}
        </button>
      </h3>
      {isOpen && <ul>{children}</ul>}
    </section>
  )
}
