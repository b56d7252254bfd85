import type { LucideIcon } from 'lucide-react'

interface NodeButtonProps {
  readonly label: string
  readonly icon: LucideIcon
  readonly onPress: () => void
}

/** A round button on a node: it neither drags nor selects the node. */
export function NodeButton({ label, icon: Icon, onPress }: NodeButtonProps) {
  return (
    <button
      type="button"
      className="play-button nodrag nopan"
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation()
        onPress()
      }}
    >
      <Icon size={12} strokeWidth={2.5} aria-hidden="true" />
    </button>
  )
}
