import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import { toneOf } from './severity.ts'

const icons = { error: CircleX, warning: TriangleAlert, info: Info } as const

/** The shape of a severity in its colour. A word stands beside it. */
export function SeverityIcon({
  severity,
  size = 14,
}: {
  readonly severity: Severity
  readonly size?: number
}) {
  const Icon = icons[severity]
  return (
    <Icon className={`severity-icon severity-icon--${toneOf(severity)}`} size={size} aria-hidden="true" />
  )
}
