import { create } from 'zustand'

/**
 * What is known about keeping the diagram in this browser: `untouched` is an example nobody changed yet,
 * `conflict` means that another tab kept something else.
 */
export type Saving = 'untouched' | 'saving' | 'saved' | 'full' | 'blocked' | 'conflict'

interface Workspace {
  readonly saving: Saving
  /** True while a diagram from a link is shown. It is not saved, and the own diagram stays as it was. */
  readonly shared: boolean
}

/** Whose diagram this is, and whether it is kept. */
export const useWorkspace = create<Workspace>(() => ({ saving: 'untouched', shared: false }))
