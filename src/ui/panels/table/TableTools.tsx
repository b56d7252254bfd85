import { Plus, Trash2 } from 'lucide-react'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'
import { Button } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { useDiagnosticsById, useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { useSession } from '../../store/session.ts'
import { deleteThings } from '../properties/delete-things.ts'
import { rowAdditions } from './add-row.ts'
import { useTableView } from './table-view.ts'

interface TableToolsProps {
  readonly type: ResourceType
  /** The rows that are shown. */
  readonly rows: readonly string[]
}

/** Which rows are shown, and what can be done with them. */
export function TableTools({ type, rows }: TableToolsProps) {
  const model = useModel()
  const findings = useDiagnosticsById()
  const { text, problemsOnly, at } = useTableView()
  const readOnly = useReadOnly()
  const selection = useSession((state) => state.selection)
  const selected = rows.filter((id) => selection.includes(id))
  const all = model.all(type)
  const wrong = all.filter(({ id }) => findings.has(id)).length
  const additions = rowAdditions(type, at.row ?? all.at(-1)?.id)
  const [only] = additions
  const add = (
    <Button size="small" icon={<Plus size={14} aria-hidden="true" />}>
      Add {resourceDefinitions[type].noun}
    </Button>
  )
  return (
    <div className="table-view__tools">
      <input
        type="search"
        className="input"
        placeholder="Filter rows"
        aria-label="Filter rows"
        value={text}
        onChange={(event) => useTableView.setState({ text: event.currentTarget.value })}
      />
      <fieldset className="segments">
        <legend className="visually-hidden">Rows to show</legend>
        <button
          type="button"
          className="segments__item"
          aria-pressed={!problemsOnly}
          onClick={() => useTableView.setState({ problemsOnly: false })}
        >
          All {all.length}
        </button>
        <button
          type="button"
          className="segments__item"
          aria-pressed={problemsOnly}
          onClick={() => useTableView.setState({ problemsOnly: true })}
        >
          With problems {wrong}
        </button>
      </fieldset>
      {!readOnly && (
        <span className="table-view__actions">
          {selected.length > 0 && (
            <Button
              size="small"
              variant="danger"
              icon={<Trash2 size={14} aria-hidden="true" />}
              onClick={() => deleteThings(selected)}
            >
              {selected.length === 1 ? 'Delete row' : `Delete ${selected.length} rows`}
            </Button>
          )}
          {additions.length === 1 && only ? (
            <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onClick={only.run}>
              {only.label}
            </Button>
          ) : (
            <Menu trigger={add} groups={[{ items: additions }]} />
          )}
        </span>
      )}
    </div>
  )
}
