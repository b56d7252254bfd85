import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '../../components/IconButton.tsx'
import { grouped } from './grouped.ts'

interface PagerProps {
  /** What there are pages of. */
  readonly what: string
  readonly page: number
  readonly size: number
  readonly count: number
  readonly onPage: (page: number) => void
}

/** Which part of a long list is shown, and buttons to the parts before and after it. */
export function Pager({ what, page, size, count, onPage }: PagerProps) {
  if (count <= size) return null
  const last = Math.ceil(count / size) - 1
  return (
    <div className="pager">
      <IconButton
        size="small"
        label={`${what} before these`}
        icon={<ChevronLeft size={16} />}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      />
      <span>
        {what} {grouped(page * size + 1)}–{grouped(Math.min(count, (page + 1) * size))} of {grouped(count)}
      </span>
      <IconButton
        size="small"
        label={`${what} after these`}
        icon={<ChevronRight size={16} />}
        disabled={page === last}
        onClick={() => onPage(page + 1)}
      />
    </div>
  )
}
