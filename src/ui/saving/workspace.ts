import { create } from 'zustand'

/**
 * What is known about keeping the diagram in this browser: `untouched` is an example nobody changed yet,
 * `unloaded` that the part of the page did not load that keeps diagrams, `conflict` that another tab kept something else.
 */
export type Saving = 'untouched' | 'saving' | 'saved' | 'full' | 'blocked' | 'unloaded' | 'conflict'

interface Workspace {
  /** The id under which the open diagram is kept. */
  readonly diagram: string
  readonly saving: Saving
  /** True while somebody else's diagram is shown. It is not saved, and the own diagram stays as it was. */
  readonly shared: boolean
  /** Whether the open diagram is open in another tab, too, and nobody has said yet that it may be. */
  readonly alsoOpen: boolean
}

/** Whose diagram this is, and whether it is kept. */
export const useWorkspace = create<Workspace>(() => ({
  diagram: '',
  saving: 'untouched',
  shared: false,
  alsoOpen: false,
}))
