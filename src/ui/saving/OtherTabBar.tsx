import { Button } from '../components/Button.tsx'
import { keepOwn } from './autosave.ts'
import { loadOther, workOnCopy } from './other-tab.ts'
import { useWorkspace } from './workspace.ts'

/** Asks what to do where another tab has the same diagram open, or has saved something else. */
export function OtherTabBar() {
  const { saving, shared, alsoOpen } = useWorkspace()
  if (shared) return null
  if (saving === 'conflict') {
    return (
      <div className="bar bar--warn" role="alert">
        <p>Another tab has saved a different diagram. Changes here are not saved until you choose one.</p>
        <Button size="small" onClick={loadOther}>
          Load it
        </Button>
        <Button size="small" onClick={keepOwn}>
          Keep mine
        </Button>
        <Button size="small" onClick={workOnCopy}>
          Work on a copy
        </Button>
      </div>
    )
  }
  if (!alsoOpen) return null
  return (
    <div className="bar" role="status">
      <p>
        This diagram is open in another tab, too. Where both change it, you will be asked which one to keep.
      </p>
      <Button size="small" onClick={workOnCopy}>
        Work on a copy
      </Button>
      <Button size="small" onClick={() => useWorkspace.setState({ alsoOpen: false })}>
        Stay here
      </Button>
    </div>
  )
}
