import { ArrowRightLeft } from 'lucide-react'
import { offerFailOver } from '../fail-over.ts'

interface FailOverButtonProps {
  readonly id: string
  readonly name: string
}

/** Moves a cluster address to another member. */
export function FailOverButton({ id, name }: FailOverButtonProps) {
  const label = `Fail over ${name} to another VM`
  return (
    <button
      type="button"
      className="play-button play-button--shown nodrag nopan"
      aria-label={label}
      aria-haspopup="menu"
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        const button = event.currentTarget
        const { left, bottom } = button.getBoundingClientRect()
        void offerFailOver(id, { x: left, y: bottom + 4 }, () => button.focus())
      }}
    >
      <ArrowRightLeft size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
