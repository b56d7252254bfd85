import { Columns2 } from 'lucide-react'
import { compareRule } from '../compare-rule.ts'

interface CompareButtonProps {
  readonly id: string
  readonly name: string
}

/** Shows a rule's packet with floating IP on and off side by side. */
export function CompareButton({ id, name }: CompareButtonProps) {
  const label = `Compare floating IP on and off for ${name}`
  return (
    <button
      type="button"
      className="play-button nodrag nopan"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        compareRule(id)
      }}
    >
      <Columns2 size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
