import { GitCompareArrows } from 'lucide-react'
import { deliveryFactOf } from '../../../core/facts/delivery.ts'
import type { Hop } from '../../../core/simulator/trace.ts'

/** How a hop is known: its confidence, with the sentence behind it and a way to read the source. */
export function Basis({ hop }: { readonly hop: Hop }) {
  const { statement, source, url, disagreement } = deliveryFactOf(hop.fact)
  const title = `${statement}\nSource: ${source}${disagreement ? `\nSources disagree: ${disagreement}` : ''}`
  return (
    <span className="basis" title={title}>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" aria-label={`${hop.confidence}, source: ${source}`}>
          {hop.confidence}
        </a>
      ) : (
        hop.confidence
      )}
      {disagreement && (
        <GitCompareArrows
          size={13}
          className="basis__disagreement"
          role="img"
          aria-label={`Sources disagree: ${disagreement}`}
        />
      )}
    </span>
  )
}
