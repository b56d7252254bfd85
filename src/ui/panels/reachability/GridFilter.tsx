import type { GridClient } from './clients.ts'
import { look, useGridView } from './grid-view.ts'
import { grouped } from './grouped.ts'

interface GridFilterProps {
  readonly clients: readonly GridClient[]
  readonly client: string | null
  readonly all: number
  readonly failing: number
  readonly done: number
  readonly total: number
}

/** Which rules the grid shows, whose packets, and how far they are followed. */
export function GridFilter({ clients, client, all, failing, done, total }: GridFilterProps) {
  const { text, failingOnly } = useGridView()
  const isDone = done >= total
  return (
    <div className="reachability__filter">
      <input
        type="search"
        className="input"
        placeholder="Filter by rule, address or VM"
        aria-label="Filter rules"
        value={text}
        onChange={(event) => look({ text: event.currentTarget.value })}
      />
      <fieldset className="segments">
        <legend className="visually-hidden">Rules to show</legend>
        <button
          type="button"
          className="segments__item"
          aria-pressed={!failingOnly}
          onClick={() => look({ failingOnly: false })}
        >
          All {grouped(all)}
        </button>
        <button
          type="button"
          className="segments__item"
          aria-pressed={failingOnly}
          onClick={() => look({ failingOnly: true })}
        >
          Failing {grouped(failing)}
        </button>
      </fieldset>
      {clients.length > 1 && (
        <select
          className="input reachability__client"
          aria-label="Client"
          value={client ?? ''}
          onChange={(event) => look({ client: event.currentTarget.value || null })}
        >
          <option value="">Worst client of each rule</option>
          {clients.map(({ from, name }) => (
            <option key={from} value={from}>
              {name}
            </option>
          ))}
        </select>
      )}
      {!isDone && (
        <label className="reachability__progress">
          <progress max={total} value={done} />
          {grouped(done)} of {grouped(total)} rules followed
        </label>
      )}
      <span className="visually-hidden" role="status">
        {isDone ? `${failing} of ${total} rules fail` : ''}
      </span>
    </div>
  )
}
