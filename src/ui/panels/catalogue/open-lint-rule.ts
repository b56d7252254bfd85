import { create } from 'zustand'
import { useSession } from '../../store/session.ts'

/** The lint rule whose page is shown; `null` is the first one that is listed. */
export const useShownRule = create<{ readonly id: string | null }>(() => ({ id: null }))

/** Opens the page of a lint rule. */
export function openLintRule(id: string | null): void {
  useShownRule.setState({ id })
  useSession.setState({ dialog: 'lint-rules' })
}
