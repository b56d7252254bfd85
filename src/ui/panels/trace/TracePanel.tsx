import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { useModel, useWatched } from '../../store/derived.ts'
import { BackendPicker } from './BackendPicker.tsx'
import { NothingToTrace } from './NothingToTrace.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TraceTable } from './TraceTable.tsx'
import { traceRows } from './trace-rows.ts'
import { verdictLine } from './verdict-line.ts'
import './trace.css'

/** The watched packet, place by place. */
export function TracePanel() {
  const model = useModel()
  const watched = useWatched()
  if (!watched) return <NothingToTrace />
  const { trace, result, step } = watched
  if (!trace) {
    return (
      <div className="trace-panel">
        <p className="trace-panel__empty">{result.problem ?? 'No packet of this flow leaves its client.'}</p>
      </div>
    )
  }
  const rows = traceRows(model, trace)
  const { tone, text } = verdictLine(model, trace)
  return (
    <div className="trace-panel">
      <div className="trace-panel__bar">
        <span className="trace-panel__verdict">
          <VerdictBadge tone={tone} title={text}>
            {text}
          </VerdictBadge>
        </span>
        <BackendPicker />
        <Scrubber watched={watched} places={[...rows.forward, ...rows.reply].map(({ where }) => where)} />
      </div>
      <div className="trace-panel__table">
        <TraceTable rows={rows} step={step} isUnknown={trace.verdict === 'unknown'} />
      </div>
    </div>
  )
}
