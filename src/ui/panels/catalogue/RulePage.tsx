import { ExternalLink } from 'lucide-react'
import type { RuleDescription } from '../../../core/lint/catalogue.ts'
import { examples } from '../../../core/lint/examples/index.ts'
import { SeverityIcon } from '../problems/SeverityIcon.tsx'
import { severityWord } from '../problems/severity.ts'
import { ExampleView } from './ExampleView.tsx'

/** Everything that is known about a lint rule: what happens, the packet that dies, the repair, and who says so. */
export function RulePage({ rule }: { readonly rule: RuleDescription }) {
  const { id, severity, title, why, fix, sources, confidence, armCodes = [] } = rule
  const example = Object.hasOwn(examples, id) ? examples[id] : undefined
  const disputed = sources.filter(({ disagreement }) => disagreement !== undefined)
  return (
    <article className="rule-page" aria-labelledby="rule-page-title">
      <header>
        <h3 id="rule-page-title">{title}</h3>
        <p className="rule-page__meta">
          <SeverityIcon severity={severity} /> {severityWord(severity)} · <code>{id}</code>
        </p>
      </header>
      <section>
        <h4>What happens</h4>
        <p>{why}</p>
        {armCodes.length > 0 && (
          <p>
            Azure’s error:{' '}
            {armCodes.map((code) => (
              <code key={code} className="rule-page__code">
                {code}
              </code>
            ))}
          </p>
        )}
      </section>
      <section>
        <h4>What to do</h4>
        <p>{fix}</p>
      </section>
      {example && <ExampleView example={example} />}
      {disputed.length > 0 && (
        <section>
          <h4>Where sources disagree</h4>
          <ul>
            {disputed.map((fact) => (
              <li key={fact.id}>
                {fact.source}: {fact.statement} <strong>But:</strong> {fact.disagreement}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>Sources</h4>
        <ul>
          {sources.map((fact) => (
            <li key={fact.id}>
              {fact.statement}{' '}
              <span className="rule-page__source">
                {fact.url ? (
                  <a href={fact.url} target="_blank" rel="noreferrer">
                    {fact.source}
                    <ExternalLink size={11} aria-label="opens in a new tab" />
                  </a>
                ) : (
                  fact.source
                )}
                , {fact.confidence}
              </span>
            </li>
          ))}
        </ul>
        <p>The weakest source counts: {confidence}.</p>
      </section>
    </article>
  )
}
