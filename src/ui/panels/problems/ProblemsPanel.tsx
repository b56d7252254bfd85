import { BookOpen, CircleCheck, Wrench } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Diagnostic, Severity } from '../../../core/lint/diagnostic.ts'
import { repairedUnasked } from '../../../core/lint/fix-all.ts'
import { type Group, grouped } from '../../../core/lint/grouped.ts'
import { Button } from '../../components/Button.tsx'
import { useAccepted, useDiagnostics } from '../../store/derived.ts'
import { useIsChecked } from '../../store/linter.ts'
import { openLintRule } from '../catalogue/open-lint-rule.ts'
import { AcceptedList } from './AcceptedList.tsx'
import { filterProblems, type ProblemFilter } from './filter.ts'
import { makeEveryFix } from './fix-many.ts'
import { problemKey, useCurrentProblem } from './go-to-problem.ts'
import { NothingWrong } from './NothingWrong.tsx'
import { ProblemGroup } from './ProblemGroup.tsx'
import { ProblemRow } from './ProblemRow.tsx'
import { severities, severityHeading } from './severity.ts'
import { useFixes } from './use-fixes.ts'
import './problems.css'
import { useCheckedModel } from '../../store/after-typing.ts'

/** How many findings are listed before somebody asks for more. */
const page = 100

/** Every finding of the diagram, the worst first, each with what follows from it. */
export function ProblemsPanel() {
  const diagnostics = useDiagnostics()
  const accepted = useAccepted()
  const isChecked = useIsChecked()
  const model = useCheckedModel()
  const current = useCurrentProblem(({ key }) => key)
  const [filter, setFilter] = useState<ProblemFilter>({ text: '', severity: null })
  const [limit, setLimit] = useState(page)
  const matching = useMemo(() => filterProblems(diagnostics, filter, model), [diagnostics, filter, model])
  const shown = useMemo(() => matching.slice(0, limit), [matching, limit])
  // The first ones count even where the filter hides them: what fixes everything is offered for all.
  const mended = useMemo(() => [...new Set([...diagnostics.slice(0, page), ...shown])], [diagnostics, shown])
  const fixesOf = useFixes(mended)
  if (!isChecked) return null
  if (diagnostics.length === 0) {
    return (
      <div className="problems-panel">
        <NothingWrong />
        <AcceptedList accepted={accepted} model={model} />
      </div>
    )
  }
  const groups = grouped(shown, model)
  const kinds = new Map<string, number>()
  for (const { rule } of diagnostics) kinds.set(rule, (kinds.get(rule) ?? 0) + 1)
  const ofThisKind = ({ rule }: Diagnostic) => kinds.get(rule) ?? 1
  const count = (severity: Severity, among: readonly Diagnostic[]) =>
    among.filter((one) => one.severity === severity).length
  const isCurrentIn = ({ cause, consequences }: Group) =>
    [cause, ...consequences].some((one) => problemKey(one) === current)
  return (
    <div className="problems-panel">
      <div className="problems-panel__filter">
        <input
          type="search"
          className="input"
          placeholder="Filter by text, name or lint rule"
          aria-label="Filter problems"
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        <fieldset className="segments">
          <legend className="visually-hidden">Severity</legend>
          {[null, ...severities].map((severity) => (
            <button
              key={severity ?? 'all'}
              type="button"
              className="segments__item"
              aria-pressed={filter.severity === severity}
              onClick={() => setFilter({ ...filter, severity })}
            >
              {severity === null
                ? `All ${diagnostics.length}`
                : `${severityHeading(severity)} ${count(severity, diagnostics)}`}
            </button>
          ))}
        </fieldset>
        <span className="problems-panel__actions">
          {repairedUnasked(grouped(mended, model), fixesOf).length > 0 && (
            <Button size="small" icon={<Wrench size={13} aria-hidden="true" />} onClick={makeEveryFix}>
              Fix everything that has one fix
            </Button>
          )}
          <Button
            size="small"
            variant="ghost"
            icon={<BookOpen size={13} aria-hidden="true" />}
            onClick={() => openLintRule(null)}
          >
            Lint rules
          </Button>
        </span>
      </div>
      {diagnostics.every(({ severity }) => severity === 'info') && <NothingWrong />}
      {severities.map((severity) => {
        const rows = groups.filter(({ cause }) => cause.severity === severity)
        if (rows.length === 0) return null
        return (
          <ProblemGroup
            key={severity}
            severity={severity}
            count={count(severity, matching)}
            isAskedFor={filter.text !== '' || filter.severity === severity || rows.some(isCurrentIn)}
          >
            {rows.flatMap(({ cause, consequences }) =>
              [cause, ...consequences].map((diagnostic) => (
                <ProblemRow
                  key={problemKey(diagnostic)}
                  diagnostic={diagnostic}
                  fixes={fixesOf(diagnostic)}
                  model={model}
                  ofThisKind={ofThisKind(diagnostic)}
                  isConsequence={diagnostic !== cause}
                />
              )),
            )}
          </ProblemGroup>
        )
      })}
      {shown.length < matching.length && (
        <Button variant="ghost" onClick={() => setLimit(limit + page)}>
          Show more ({matching.length - shown.length})
        </Button>
      )}
      {shown.length === 0 && (
        <p className="problems-panel__none">
          <CircleCheck size={16} aria-hidden="true" />
          None of the {diagnostics.length} problems matches the filter.
        </p>
      )}
      <AcceptedList accepted={accepted} model={model} />
    </div>
  )
}
