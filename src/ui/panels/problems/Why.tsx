import { ExternalLink } from 'lucide-react'
import type { Diagnostic } from '../../../core/lint/diagnostic.ts'
import { catalogueEntry } from './catalogue.ts'

/** The reason behind a finding: what happens to packets, what to do, and who says so. */
export function Why({ diagnostic }: { readonly diagnostic: Diagnostic }) {
  const entry = catalogueEntry(diagnostic.rule)
  if (!entry) return null
  return (
    <div className="why">
      <h4>{entry.title}</h4>
      <dl>
        <dt>Why</dt>
        <dd>{entry.why}</dd>
        <dt>What to do</dt>
        <dd>{entry.fix}</dd>
        {diagnostic.armCode && (
          <>
            <dt>Azure’s error</dt>
            <dd>
              <code>{diagnostic.armCode}</code>
            </dd>
          </>
        )}
        <dt>Sources</dt>
        <dd>
          <ul>
            {entry.sources.map((fact) => (
              <li key={fact.id}>
                {fact.statement}{' '}
                <span className="why__source">
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
                {fact.disagreement && (
                  <p className="why__disagreement">Sources disagree: {fact.disagreement}</p>
                )}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Confidence</dt>
        <dd>{diagnostic.confidence}</dd>
      </dl>
    </div>
  )
}
