import { create } from 'zustand'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'

/** Why a text is not taken over, and where. */
export interface TextProblem {
  readonly line: number
  readonly column: number
  readonly reason: string
  /** How many further places there are. */
  readonly more: number
}

interface CodeState {
  /** The text where it says something else than the diagram; nothing while both say the same. */
  readonly draft: string | null
  /** The diagram that the text began with. */
  readonly base: TopologyDocument | null
  readonly problem: TextProblem | null
  /** The diagram was changed elsewhere while the text could not be taken over. */
  readonly isConflict: boolean
  /** What is found where the cursor is. */
  readonly found: { readonly severity: Severity; readonly message: string } | null
}

/** What the code view holds that the diagram does not. It is kept while other tabs of the panel are open. */
export const useCode = create<CodeState>(() => ({
  draft: null,
  base: null,
  problem: null,
  isConflict: false,
  found: null,
}))

/** Text and diagram say the same. */
export function inStep(base: TopologyDocument): void {
  useCode.setState({ draft: null, base, problem: null, isConflict: false })
}
