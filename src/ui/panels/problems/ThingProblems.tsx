import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Diagnostic, Fix } from '../../../core/lint/diagnostic.ts'
import { Button } from '../../components/Button.tsx'
import { Menu } from '../../components/Menu.tsx'
import { useDiagnosticsOf, useModel } from '../../store/derived.ts'
import { useReadOnly } from '../../store/document.ts'
import { useIsChecked } from '../../store/linter.ts'
import { openLintRule } from '../catalogue/open-lint-rule.ts'
import { nounOf } from '../properties/thing-label.ts'
import { AcceptDialog, isAcceptable } from './AcceptDialog.tsx'
import { AfterFix } from './AfterFix.tsx'
import { applyFix } from './apply-fix.ts'
import { catalogueEntry } from './catalogue.ts'
import { problemKey } from './go-to-problem.ts'
import { SeverityIcon } from './SeverityIcon.tsx'
import { severityWord, toneOf } from './severity.ts'
import { useFixes } from './use-fixes.ts'

/** The findings that concern one thing, each with its repairs. */
export function ThingProblems({ id }: { readonly id: string }) {
  const diagnostics = useDiagnosticsOf(id)
  const model = useModel()
  const isChecked = useIsChecked()
  const fixesOf = useFixes(diagnostics)
  if (!isChecked) return null
  if (diagnostics.length === 0) {
    return (
      <p className="thing-problems__none">
        <CircleCheck size={16} aria-hidden="true" />
        Nothing is wrong with the {nounOf(id)} {model.nameOf(id)}.
      </p>
    )
  }
  return (
    <ul className="thing-problems">
      {diagnostics.map((diagnostic) => (
        <ProblemCard
          key={problemKey(diagnostic)}
          diagnostic={diagnostic}
          offered={fixesOf(diagnostic)}
          thing={id}
        />
      ))}
    </ul>
  )
}

interface ProblemCardProps {
  readonly diagnostic: Diagnostic
  readonly offered: readonly Fix[]
  readonly thing: string
}

function ProblemCard({ diagnostic, offered, thing }: ProblemCardProps) {
  const readOnly = useReadOnly()
  const [isAccepting, setIsAccepting] = useState(false)
  const { severity, message } = diagnostic
  const own = offered.filter((fix) => fix.thing === thing)
  const fixes = [...own, ...offered.filter((fix) => !own.includes(fix))]
  const [first, ...more] = fixes
  return (
    <li className={`problem-card problem-card--${toneOf(severity)}`}>
      <h3>
        <SeverityIcon severity={severity} />
        <span className="visually-hidden">{severityWord(severity)}: </span>
        {catalogueEntry(diagnostic.rule)?.title ?? diagnostic.rule}
      </h3>
      <p>{message}</p>
      <div className="problem-card__actions">
        {first && (
          <Button
            size="small"
            variant="primary"
            className="problem-card__fix"
            onClick={() => applyFix(diagnostic, first)}
          >
            {first.label}
          </Button>
        )}
        {more.length > 0 && (
          <Menu
            trigger={<Button size="small">Other fixes</Button>}
            groups={[
              { items: more.map((fix) => ({ label: fix.label, run: () => applyFix(diagnostic, fix) })) },
            ]}
          />
        )}
        {catalogueEntry(diagnostic.rule) && (
          <Button size="small" variant="ghost" onClick={() => openLintRule(diagnostic.rule)}>
            Why?
          </Button>
        )}
        {!readOnly && isAcceptable(diagnostic) && (
          <Button size="small" variant="ghost" onClick={() => setIsAccepting(true)}>
            Accept with a reason
          </Button>
        )}
      </div>
      {first && <AfterFix fix={first} resource={diagnostic.resource} />}
      {isAccepting && <AcceptDialog diagnostic={diagnostic} onClose={() => setIsAccepting(false)} />}
    </li>
  )
}
