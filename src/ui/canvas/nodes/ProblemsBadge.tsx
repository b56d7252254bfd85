import { CircleX, Info, TriangleAlert } from 'lucide-react'
import { problemWords } from '../../../core/drawing/views/common.ts'
import type { Problems } from '../../../core/drawing/views/view.ts'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import { select, useSession } from '../../store/session.ts'

/** What each severity is drawn with. */
export const severityIcons = { error: CircleX, warning: TriangleAlert, info: Info } as const satisfies Record<
  Severity,
  unknown
>

interface ProblemsBadgeProps {
  readonly id: string
  readonly name: string
  readonly problems: Problems | undefined
}

/** How many findings a node has; a click shows them. */
export function ProblemsBadge({ id, name, problems }: ProblemsBadgeProps) {
  if (!problems) return null
  const Icon = severityIcons[problems.severity]
  const count = problems.counts.error + problems.counts.warning + problems.counts.info
  const words = `${problemWords(problems)} on ${name}`
  return (
    <button
      type="button"
      className={`problems-badge problems-badge--${problems.severity} nodrag nopan`}
      aria-label={`Show ${words}`}
      title={words}
      onClick={(event) => {
        event.stopPropagation()
        select([id])
        useSession.setState({ propertiesTab: 'problems', bottomTab: 'problems', bottomOpen: true })
      }}
    >
      <Icon size={14} strokeWidth={2} aria-hidden="true" />
      {count > 1 && count}
    </button>
  )
}
