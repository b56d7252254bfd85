import type { SavedState } from '../library/database.ts'

/** What a state of a diagram is called in lists: its name, or the step that made it. */
export const titleOfState = ({ name, label }: Pick<SavedState, 'name' | 'label'>): string =>
  name ?? (label || 'As it was opened')
