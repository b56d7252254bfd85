import { downloadDocument } from '../shell/download.ts'
import { currentDocument } from '../store/document.ts'
import { notify } from '../store/session.ts'
import { useWorkspace } from './workspace.ts'

const sentences = {
  full: 'There is no room left for this diagram in this browser, so changes are no longer saved. Download it to keep it.',
  blocked:
    'This browser does not let pages keep anything, so changes are not saved. Download the diagram to keep it.',
  unloaded:
    'A part of the page did not load, so changes are not saved. Download the diagram, then reload the page.',
} as const

export type Failure = keyof typeof sentences

let complained: Failure | undefined

/** Says, once, that changes are not saved and why, and offers a file. */
export function complain(failure: Failure): void {
  useWorkspace.setState({ saving: failure })
  if (complained === failure) return
  complained = failure
  notify({
    tone: 'error',
    text: sentences[failure],
    action: { label: 'Download', run: () => downloadDocument(currentDocument()) },
  })
}

/** Changes are saved again: the next failure is said again. */
export function allIsWell(): void {
  complained = undefined
}
