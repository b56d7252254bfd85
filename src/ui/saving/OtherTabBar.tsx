import { Button } from '../components/Button.tsx'
import { keepOwn, loadOther } from './autosave.ts'
import { withParser } from './parser.ts'
import { useWorkspace } from './workspace.ts'

/** Asks what to do where another tab has saved something else. */
export function OtherTabBar() {
  if (useWorkspace(({ saving, shared }) => saving !== 'conflict' || shared)) return null
  return (
    <div className="bar bar--warn" role="alert">
      <p>Another tab has saved a different diagram. Changes here are not saved until you choose one.</p>
      <Button size="small" onClick={() => withParser(loadOther)}>
        Load it
      </Button>
      <Button size="small" onClick={keepOwn}>
        Keep mine
      </Button>
    </div>
  )
}
