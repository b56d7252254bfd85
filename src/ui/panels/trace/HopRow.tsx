import type { ReactNode } from 'react'
import type { TraceRow } from './trace-rows.ts'

interface HopRowProps {
  readonly row: Pick<TraceRow, 'index' | 'where' | 'fails'>
  readonly isCurrent: boolean
  readonly onGo: () => void
  /** The cells after the number. */
  readonly children: ReactNode
}

/** A hop's row in a table of hops: its number is the button that goes there. */
export function HopRow({ row: { index, where, fails }, isCurrent, onGo, children }: HopRowProps) {
  const look = [
    'trace-table__row',
    isCurrent && 'trace-table__row--current',
    fails && 'trace-table__row--fails',
  ]
  return (
    <tr className={look.filter(Boolean).join(' ')} onClick={onGo}>
      <td>
        <button
          type="button"
          className="trace-table__number"
          aria-current={isCurrent ? 'step' : undefined}
          aria-label={`Step ${index + 1}, ${where}`}
          tabIndex={isCurrent ? 0 : -1}
        >
          {index + 1}
        </button>
      </td>
      {children}
    </tr>
  )
}
