import { useEffect, useMemo, useRef } from 'react'
import { pluralInSentence } from '../../../core/topology/plural-in-sentence.ts'
import { TabPanel, Tabs } from '../../components/Tabs.tsx'
import { useDiagnosticsById, useModel } from '../../store/derived.ts'
import { useLatestVerdicts } from '../../store/latest-verdicts.ts'
import { rowsOf } from './rows.ts'
import { TableFoot } from './TableFoot.tsx'
import { TableGrid } from './TableGrid.tsx'
import { TableTools } from './TableTools.tsx'
import { showTable, useTableView } from './table-view.ts'
import { tables } from './tables.ts'
import { useFollowSelection } from './use-follow-selection.ts'
import './table.css'

/** The diagram as tables, one for each type of thing: every field of every thing, to read and to write. */
export function TablePanel() {
  const model = useModel()
  const findings = useDiagnosticsById()
  const { type, text, problemsOnly, sorting } = useTableView()
  const { ruleVerdicts } = useLatestVerdicts()
  useFollowSelection()
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are found and sorted by their verdicts, too
  const rows = useMemo(
    () => rowsOf(model, findings, type, { text, problemsOnly, sorting }),
    [model, findings, ruleVerdicts, type, text, problemsOnly, sorting],
  )
  const count = model.all(type).length
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`#table-tab-${type}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [type])
  return (
    <div className="table-view">
      <div className="table-view__tables" ref={list}>
        <Tabs
          label="Tables"
          idBase="table"
          tabs={tables.map((table) => ({
            id: table.type,
            label: table.label,
            badge: <span className="table-view__count">{model.all(table.type).length}</span>,
          }))}
          selected={type}
          onSelect={(next) => showTable(next)}
        />
      </div>
      <TabPanel idBase="table" id={type} className="table-view__table">
        <TableTools type={type} rows={rows} />
        <TableGrid key={type} type={type} rows={rows} />
        {rows.length === 0 && (
          <p className="table-view__empty">
            {count === 0 ? `There are no ${pluralInSentence(type)} yet.` : 'No row matches the filter.'}
          </p>
        )}
        <TableFoot type={type} rows={rows} />
      </TabPanel>
    </div>
  )
}
