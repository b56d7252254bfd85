import { ArrowDown, ArrowUp } from 'lucide-react'
import type { Column } from './columns.ts'
import { useTableView } from './table-view.ts'

interface TableHeadProps {
  readonly columns: readonly Column[]
  /** The column that the Tab key reaches in the head, if any. */
  readonly tabColumn: string | null
}

/** The heads of the columns. A click or Enter sorts. */
export function TableHead({ columns, tabColumn }: TableHeadProps) {
  const sorting = useTableView((state) => state.sorting)
  return (
    <thead>
      <tr data-row="" aria-rowindex={1}>
        {columns.map(({ key, label, kind }, index) => {
          const isSorted = sorting?.column === key
          const Arrow = sorting?.descending ? ArrowDown : ArrowUp
          return (
            <th
              key={key}
              scope="col"
              className={`table-grid__head ${key === 'name' ? 'table-grid__name' : ''}`}
              data-cell={key}
              aria-colindex={index + 1}
              aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
              tabIndex={tabColumn === key ? 0 : -1}
              title={kind === 'delete' ? undefined : `Sort by ${label}`}
            >
              <span className={kind === 'delete' ? 'visually-hidden' : undefined}>{label}</span>
              {isSorted && <Arrow size={13} aria-hidden="true" />}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
