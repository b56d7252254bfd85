import { Columns2 } from 'lucide-react'
import { Button } from '../../../components/Button.tsx'
import { useCheckedDocument } from '../../../store/after-typing.ts'
import { ruleOfTrace, setComparing } from '../../../store/comparison.ts'
import { useWatched } from '../../../store/derived.ts'
import { useSession } from '../../../store/session.ts'

/** Shows the packet with floating IP on and off side by side, and alone again. */
export function CompareButton() {
  const document = useCheckedDocument()
  const watched = useWatched()
  const comparing = useSession(({ player }) => player.comparing)
  if (ruleOfTrace(document, watched?.trace) === undefined) return null
  return (
    <Button
      size="small"
      className="compare-button"
      icon={<Columns2 size={14} aria-hidden="true" />}
      aria-label="Floating IP on and off side by side"
      aria-pressed={comparing}
      onClick={() => setComparing(!comparing)}
    >
      On and off
    </Button>
  )
}
