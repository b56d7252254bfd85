import { useEffect, useRef, useState } from 'react'
import { ruleCatalogue } from '../../../core/lint/catalogue.ts'
import type { Severity } from '../../../core/lint/diagnostic.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { SeverityIcon } from '../problems/SeverityIcon.tsx'
import { severities, severityHeading, severityWord } from '../problems/severity.ts'
import { useShownRule } from './open-lint-rule.ts'
import { RulePage } from './RulePage.tsx'
import { searchRules } from './search-rules.ts'
import './catalogue.css'

/** Every lint rule with its page, to browse and to search. */
export function CatalogueDialog({ onClose }: { readonly onClose: () => void }) {
  const catalogue = ruleCatalogue()
  const [text, setText] = useState('')
  const [severity, setSeverity] = useState<Severity | null>(null)
  const wanted = useShownRule(({ id }) => id)
  const found = searchRules(catalogue, text, severity)
  const shown = found.find(({ id }) => id === wanted) ?? found[0]
  const list = useRef<HTMLUListElement>(null)
  const page = useRef<HTMLElement>(null)
  const id = shown?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    page.current?.scrollTo({ top: 0 })
  }, [id])
  return (
    <Dialog title="Lint rules" width={1040} onClose={onClose}>
      <div className="catalogue">
        <div className="catalogue__list">
          <input
            type="search"
            className="input"
            placeholder="Text, id or Azure’s error code"
            aria-label="Search lint rules"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <fieldset className="segments">
            <legend className="visually-hidden">Severity</legend>
            {[null, ...severities].map((one) => (
              <button
                key={one ?? 'all'}
                type="button"
                className="segments__item"
                aria-pressed={severity === one}
                onClick={() => setSeverity(one)}
              >
                {one === null ? 'All' : severityHeading(one)}
              </button>
            ))}
          </fieldset>
          <p className="catalogue__count" role="status">
            {found.length} of {catalogue.length} lint rules
          </p>
          <ul ref={list}>
            {found.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  aria-current={one.id === id ? 'true' : undefined}
                  onClick={() => useShownRule.setState({ id: one.id })}
                >
                  <SeverityIcon severity={one.severity} />
                  <span>
                    <span className="visually-hidden">{severityWord(one.severity)}: </span>
                    {one.title}
                    <code>{one.id}</code>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <section
          className="catalogue__page"
          ref={page}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
          tabIndex={0}
          aria-label="About the lint rule"
        >
          {shown ? <RulePage rule={shown} /> : <p>No lint rule matches. Try fewer words.</p>}
        </section>
      </div>
    </Dialog>
  )
}
