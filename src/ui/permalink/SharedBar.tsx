import { Button } from '../components/Button.tsx'
import { useWorkspace } from '../saving/workspace.ts'
import { backToOwn, editCopy } from './shared.ts'

/** Says that this is somebody else's diagram, and offers the two ways on. */
export function SharedBar() {
  if (!useWorkspace(({ shared }) => shared)) return null
  return (
    <div className="bar" role="status">
      <p>Shared diagram. Your own diagram is kept. Changes here are not saved until you edit a copy.</p>
      <Button size="small" variant="primary" onClick={editCopy}>
        Edit a copy
      </Button>
      <Button size="small" onClick={backToOwn}>
        Back to my diagram
      </Button>
    </div>
  )
}
