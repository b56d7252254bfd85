import { CircleCheck } from 'lucide-react'
import { useFlows, useModel } from '../../store/derived.ts'
import { countOfLintRules } from './catalogue.ts'

/** What was checked where nothing was found. */
export function NothingWrong() {
  const model = useModel()
  const flows = useFlows()
  const things = Object.keys(model.resources).length
  if (things === 0) {
    return <p className="problems-panel__none">The diagram is empty. There is nothing to check yet.</p>
  }
  return (
    <p className="problems-panel__none">
      <CircleCheck size={16} aria-hidden="true" />
      Nothing is wrong. {countOfLintRules()} lint rules looked at {things} things
      {flows.length > 0
        ? `, and all ${flows.length} flows are answered.`
        : '. There is no flow to trace yet.'}
    </p>
  )
}
