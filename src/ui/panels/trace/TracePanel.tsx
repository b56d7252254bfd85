import { Suspense } from 'react'
import { lazily } from '../../components/lazily.ts'
import { VerdictBadge } from '../../components/VerdictBadge.tsx'
import { usePreferences } from '../../saving/preferences.ts'
import { useComparison } from '../../store/comparison.ts'
import { useWatched } from '../../store/derived.ts'
import { useSession } from '../../store/session.ts'
import { BackendPicker } from './BackendPicker.tsx'
import { CompareButton } from './compare/CompareButton.tsx'
import { HopCardButton } from './hop/HopCardButton.tsx'
import { NothingToTrace } from './NothingToTrace.tsx'
import { Scrubber } from './Scrubber.tsx'
import { SwarmButton } from './SwarmButton.tsx'
import { TraceTable } from './TraceTable.tsx'
import { traceRows } from './trace-rows.ts'
import { verdictLine } from './verdict-line.ts'
import './trace.css'
import { useCheckedModel } from '../../store/after-typing.ts'

const FreeFlowForm = lazily(() => import('./free/FreeFlowForm.tsx'), 'FreeFlowForm')
const HopCard = lazily(() => import('./hop/HopCard.tsx'), 'HopCard')
const ComparePanel = lazily(() => import('./compare/ComparePanel.tsx'), 'ComparePanel')

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
      <Shown />
    </div>
  )
}

/** One packet, or two side by side. */
function Shown() {
  const comparison = useComparison()
  if (!comparison) return <WatchedTrace />
  return (
    <Suspense>
      <ComparePanel comparison={comparison} />
    </Suspense>
  )
}

function WatchedTrace() {
  const model = useCheckedModel()
  const watched = useWatched()
  const hopCard = usePreferences((state) => state.hopCard)
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
        <CompareButton />
        <SwarmButton />
        <HopCardButton />
        <Scrubber step={step} places={[...rows.forward, ...rows.reply].map(({ where }) => where)} />
      </div>
      <div className="trace-panel__table">
        <TraceTable rows={rows} step={step} isUnknown={trace.verdict === 'unknown'} />
      </div>
      {hopCard && (
        <Suspense>
          <HopCard trace={trace} rows={rows} step={step} />
        </Suspense>
      )}
    </>
  )
}
