import { useDeferredValue, useMemo } from 'react'
import { useSimulatedDocument } from '../../store/derived.ts'
import { isFailing } from './cell-words.ts'
import { gridClients } from './clients.ts'
import { GridFilter } from './GridFilter.tsx'
import { look, useGridView } from './grid-view.ts'
import { listedRules } from './listed-rules.ts'
import { Pager } from './Pager.tsx'
import { Sections } from './Sections.tsx'
import { pageOf, sectionsOf } from './sections.ts'
import { useResults } from './use-results.ts'
import './reachability.css'
import { useCheckedDocument, useCheckedModel } from '../../store/after-typing.ts'

const rowsPerPage = 50
const columnsPerPage = 24

/** Which rule reaches which backend, and with which address: a grid whose cells open their traces. */
export function ReachabilityPanel() {
  const document = useCheckedDocument()
  const model = useCheckedModel()
  const view = useGridView()
  const rules = useMemo(() => listedRules(model), [model])
  const ids = useMemo(() => rules.map(({ id }) => id), [rules])
  const clients = useMemo(() => gridClients(document), [document])
  const client = clients.some(({ from }) => from === view.client) ? view.client : null
  const results = useResults(useSimulatedDocument(document), ids, client)
  // Many rows are drawn in the time that is left over.
  const { byRule, done, total } = useDeferredValue(results)
  const failing = useMemo(
    () =>
      rules.filter((one) => {
        const reach = byRule.get(one.id)
        return reach?.client !== undefined && isFailing(model, one, reach)
      }),
    [rules, byRule, model],
  )
  const wanted = view.text.trim().toLowerCase()
  const chosen = view.failingOnly ? failing : rules
  const shown = useMemo(
    () => sectionsOf(chosen.filter(({ text }) => text.includes(wanted))),
    [chosen, wanted],
  )
  const count = shown.reduce((sum, section) => sum + section.rules.length, 0)
  const page = Math.min(view.page, Math.max(0, Math.ceil(count / rowsPerPage) - 1))
  const sections = useMemo(() => pageOf(shown, page, rowsPerPage), [shown, page])

  if (rules.length === 0) {
    return (
      <p className="reachability__empty">
        There is no rule yet. Add a load-balancing rule: each one has a row here.
      </p>
    )
  }
  const widest = Math.max(0, ...sections.map(({ machines }) => machines.length))
  const columnPage = Math.min(view.columnPage, Math.max(0, Math.ceil(widest / columnsPerPage) - 1))
  return (
    <div className="reachability" aria-busy={done < total}>
      <GridFilter
        clients={clients}
        client={client}
        all={rules.length}
        failing={failing.length}
        done={done}
        total={total}
      />
      {count === 0 ? (
        <p className="reachability__empty">
          {view.failingOnly && failing.length === 0
            ? 'Every backend that should answer does.'
            : 'No rule matches the filter.'}
        </p>
      ) : (
        <Sections
          sections={sections}
          byRule={byRule}
          columns={[columnPage * columnsPerPage, (columnPage + 1) * columnsPerPage]}
          isWorst={client === null && clients.length > 1}
        />
      )}
      {(count > rowsPerPage || widest > columnsPerPage) && (
        <footer className="reachability__foot">
          <Pager
            what="Rules"
            page={page}
            size={rowsPerPage}
            count={count}
            onPage={(next) => look({ page: next, at: null })}
          />
          <Pager
            what="Backends"
            page={columnPage}
            size={columnsPerPage}
            count={widest}
            onPage={(next) => look({ columnPage: next, at: null })}
          />
        </footer>
      )}
    </div>
  )
}
