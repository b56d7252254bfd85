import { Check, CircleHelp, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from './Badge.tsx'
import './badge.css'

export const verdictIcons = { ok: Check, bad: X, warn: TriangleAlert, neutral: CircleHelp } as const

interface VerdictBadgeProps {
  readonly tone: Tone
  readonly title?: string
  /** Stands in place of the usual icon. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** What becomes of packets: an icon, words and a colour. */
export function VerdictBadge({ tone, title, icon, children }: VerdictBadgeProps) {
  const Icon = verdictIcons[tone]
  return (
    <span className={`badge badge--verdict badge--${tone}`} title={title}>
      {icon ?? <Icon size={13} aria-hidden="true" />}
      <span className="badge__text">{children}</span>
    </span>
  )
}
