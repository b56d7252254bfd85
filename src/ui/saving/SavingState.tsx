import { CircleAlert } from 'lucide-react'
import { type Saving, useWorkspace } from './workspace.ts'

const words: Record<Saving, string> = {
  untouched: 'Example, saved once you change it',
  saving: 'Saving',
  saved: 'Saved in this browser',
  full: 'Not saved: no room in this browser',
  blocked: 'Not saved: blocked by this browser',
  conflict: 'Not saved: changed in another tab',
  unloaded: 'Not saved: a part of the page is missing',
}

const failures: readonly Saving[] = ['full', 'blocked', 'conflict', 'unloaded']

/** Says whether the diagram is kept. */
export function SavingState() {
  const { saving, shared } = useWorkspace()
  const failed = !shared && failures.includes(saving)
  return (
    <span className={`saving-state ${failed ? 'saving-state--failed' : ''}`}>
      {failed && <CircleAlert size={14} aria-hidden="true" />}
      {shared ? 'Shared diagram, not saved' : words[saving]}
    </span>
  )
}
