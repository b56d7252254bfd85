import { create } from 'zustand'
import type { Verdicts } from '../../core/drawing/verdicts.ts'

/** What the diagram shows of rules and guests: in a large one that of the last edit for a moment. */
export const useLatestVerdicts = create<Verdicts>(() => ({
  ruleVerdicts: new Map(),
  guestVerdicts: new Map(),
}))
