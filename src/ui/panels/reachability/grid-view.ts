import { create } from 'zustand'

/** What of the grid somebody looks at. */
interface GridView {
  readonly text: string
  readonly failingOnly: boolean
  /** The id or address of a client, or `null` for the one that fares worst with each rule. */
  readonly client: string | null
  readonly page: number
  readonly columnPage: number
  /** The cell that the keyboard is at: a backend's, or with `null` the rule's name. */
  readonly at: { readonly rule: string; readonly machine: string | null } | null
}

/** Kept while other tabs of the panel are open, never saved. */
export const useGridView = create<GridView>(() => ({
  text: '',
  failingOnly: false,
  client: null,
  page: 0,
  columnPage: 0,
  at: null,
}))

/** Looks at another part of the grid. A filter starts again at the first page. */
export function look(change: Partial<GridView>): void {
  const isOther = 'text' in change || 'failingOnly' in change || 'client' in change
  useGridView.setState({ ...(isOther ? { page: 0, columnPage: 0 } : {}), ...change })
}
