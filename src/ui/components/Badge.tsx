import type { ReactNode } from 'react'
import './badge.css'

export type Tone = 'ok' | 'bad' | 'warn' | 'neutral'

/** A short count or word in a tinted pill. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone
  readonly children: ReactNode
}) {
  return <span className={`badge badge--${tone}`}>{children}</span>
}
