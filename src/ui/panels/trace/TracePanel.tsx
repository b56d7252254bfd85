import { Suspense } from 'react'
import { lazily } from '../../components/lazily.ts'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { useModel, useWatched } from '../../store/derived.ts'
import { useSession } from '../../store/session.ts'
import { BackendPicker } from './BackendPicker.tsx'
import { NothingToTrace } from './NothingToTrace.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TraceTable } from './TraceTable.tsx'
import { traceRows } from './trace-rows.ts'
import { verdictLine } from './verdict-line.ts'
import './trace.css'

const FreeFlowForm = lazily(() => import('./free/FreeFlowForm.tsx'), 'FreeFlowForm')

/** The watched packet, place by place, under the form of a flow of one's own where that is open. */
export function TracePanel() {
  const formOpen = useSession(({ player }) => player.formOpen)
  return (
    <div className="trace-panel">
      {formOpen && (
        <Suspense>
          <FreeFlowForm />
        </Suspense>
      )}
      <WatchedTrace />
    </div>
  )
}

function WatchedTrace() {
  const model = useModel()
  const watched = useWatched()
  if (!watched) return <NothingToTrace />
  const { trace, result, step } = watched
  if (!trace) {
    return (
      <p className="trace-panel__empty" role="status">
        {result.problem ?? 'No packet of this flow leaves its client.'}
      </p>
    )
  }
  const rows = traceRows(model, trace)
  const { tone, text } = verdictLine(model, trace)
  return (
    <>
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
    </>
  )
}
