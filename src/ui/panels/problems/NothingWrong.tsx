import { CircleCheck } from 'lucide-react'
import { isAnswered } from '../../../core/simulator/is-answered.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { useCheckedDocument } from '../../store/after-typing.ts'
import { flowsOf, resultOf, useAccepted } from '../../store/derived.ts'
import { openLintRule } from '../catalogue/open-lint-rule.ts'
import { countOfLintRules } from './catalogue.ts'

/** Above this many flows they are not all traced to be counted. */
const mostFlows = 300

function sentenceOnFlows(document: TopologyDocument): string {
  const flows = flowsOf(document)
  if (flows.length === 0) return 'There is no flow to trace yet.'
  if (flows.length > mostFlows) return `${flows.length} flows can be traced.`
  const answered = flows.filter((flow) => isAnswered(document, resultOf(document, flow)) === 'yes').length
  return `${answered} of ${flows.length} flows are answered.`
}

/** What was checked where nothing was found. */
export function NothingWrong() {
  const document = useCheckedDocument()
  const accepted = useAccepted()
  const things = Object.keys(document.resources).length
  if (things === 0) {
    return <p className="problems-panel__none">The diagram is empty. There is nothing to check yet.</p>
  }
  return (
    <p className="problems-panel__none">
      <CircleCheck size={16} aria-hidden="true" />
      <span>
        {accepted.length > 0 ? 'Nothing else is wrong.' : 'Nothing is wrong.'}{' '}
        <button type="button" className="problems-panel__count-of-rules" onClick={() => openLintRule(null)}>
          {countOfLintRules()} lint rules
        </button>{' '}
        looked at {things} things. {sentenceOnFlows(document)}
      </span>
    </p>
  )
}
