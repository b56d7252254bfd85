import { Button } from '../components/Button.tsx'
import { useWorkspace } from '../saving/workspace.ts'
import { useReadOnly } from '../store/document.ts'
import { backToOwn, editCopy } from './shared.ts'

/** Says that this is somebody else's diagram, and offers the two ways on. */
export function SharedBar() {
  const shared = useWorkspace((state) => state.shared)
  const readOnly = useReadOnly()
  if (!shared) return null
  return (
    <div className="bar" role="status">
      <p>
        {readOnly
          ? 'Shared diagram, read-only. Your own diagram is kept.'
          : 'Shared diagram. Your first change makes a copy of it.'}
      </p>
      <Button size="small" variant="primary" onClick={editCopy}>
        Edit a copy
      </Button>
      <Button size="small" onClick={backToOwn}>
        Back to my diagram
      </Button>
    </div>
  )
}
