import { create } from 'zustand'
import type { ResourceType } from '../../../core/topology/resource-type.ts'

/** A cell: its row, `null` for the head, and the key of its column. */
export interface CellPlace {
  readonly row: string | null
  readonly column: string
}

/** How the rows are sorted. */
export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

/** What of the tables somebody looks at. */
interface TableView {
  readonly type: ResourceType
  readonly text: string
  readonly problemsOnly: boolean
  /** `null`: as the document has them. */
  readonly sorting: Sorting | null
  /** The cell that the keyboard is at. */
  readonly at: CellPlace
  /** The cell that is written into, with the text that it starts with where that is not its own. */
  readonly editing: (CellPlace & { readonly start?: string; readonly byPointer?: boolean }) | null
  /** What is wrong with the text that is being typed. */
  readonly draftProblem: string | null
}

const start = { text: '', problemsOnly: false, sorting: null, editing: null, draftProblem: null }

/** Kept while other tabs of the panel are open, never saved. */
export const useTableView = create<TableView>(() => ({
  ...start,
  type: 'frontendIPConfiguration',
  at: { row: null, column: 'name' },
}))

/** Shows the table of a type, at a row where one is given. What was filtered in another table is not meant here. */
export function showTable(type: ResourceType, row: string | null = null): void {
  useTableView.setState((view) =>
    view.type === type
      ? { at: { row, column: view.at.column } }
      : { ...start, type, at: { row, column: 'name' } },
  )
}

/** Sorts by a column: upwards, then downwards, then not at all. */
export function sortBy(column: string): void {
  useTableView.setState(({ sorting }) => {
    if (sorting?.column !== column) return { sorting: { column, descending: false } }
    return { sorting: sorting.descending ? null : { column, descending: true } }
  })
}

/** Leaves the cell that is written into. */
export const stopEditing = (): void => useTableView.setState({ editing: null, draftProblem: null })
