import { useEffect, useState } from 'react'
import type { SavedDiagram, SavedState } from '../saving/library/database.ts'
import { library } from '../saving/library.ts'
import { useWorkspace } from '../saving/workspace.ts'

/** What this browser keeps: other diagrams, and states that the open one had. */
export interface Kept {
  readonly diagrams: readonly SavedDiagram[]
  readonly versions: readonly SavedState[]
}

/** What this browser keeps; nothing where it keeps none. */
export function useKept(): Kept {
  const [kept, setKept] = useState<Kept>({ diagrams: [], versions: [] })
  const open = useWorkspace(({ diagram }) => diagram)
  useEffect(() => {
    library()
      .then(async ({ listDiagrams, statesOf }) => {
        const [all, versions] = await Promise.all([listDiagrams(), statesOf(open)])
        setKept({ diagrams: all.filter(({ id }) => id !== open), versions })
      })
      .catch(() => undefined)
  }, [open])
  return kept
}
