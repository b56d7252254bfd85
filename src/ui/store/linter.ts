import { create } from 'zustand'
import { useIsChecking } from './after-typing.ts'
import { notify } from './session.ts'

interface LinterState {
  /** Absent until they are loaded. */
  readonly checks: typeof import('./checks.ts') | undefined
}

/** The linter. It is a file of its own, so that the diagram is on screen and can be edited before it is there. */
export const useLinter = create<LinterState>(() => ({ checks: undefined }))

/** Loads the linter; until then nothing is said about the diagram, neither good nor bad. */
export async function loadLinter(): Promise<void> {
  try {
    useLinter.setState({ checks: await import('./checks.ts') })
  } catch {
    notify({
      tone: 'error',
      text: 'The checks could not be loaded, so problems are not listed. Your diagram is not affected.',
      action: { label: 'Try again', run: () => void loadLinter() },
    })
  }
}

/** Whether the linter is there, so that no finding means that there is none. */
export function useIsChecked(): boolean {
  const isLoaded = useLinter(({ checks }) => checks !== undefined)
  return useIsChecking() && isLoaded
}
