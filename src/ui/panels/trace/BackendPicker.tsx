import { Check, CircleHelp, X } from 'lucide-react'
import { useCheckedModel } from '../../store/after-typing.ts'
import { useWatched } from '../../store/derived.ts'
import { setPlayer } from '../../store/session.ts'
import { toneOfTrace } from './verdict-line.ts'
import { verdictWords } from './words.ts'

/** Above this many backends the flow picker alone chooses among them. */
const mostButtons = 6
const icons = { ok: Check, bad: X, warn: CircleHelp, neutral: CircleHelp } as const

/** The backends of the watched flow side by side, each with what becomes of its packet. */
export function BackendPicker() {
  const model = useCheckedModel()
  const watched = useWatched()
  const traces = watched?.result.traces ?? []
  if (!watched || traces.length < 2 || traces.length > mostButtons) return null
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Backend</legend>
      {traces.map((trace) => {
        const backend = trace.backend ?? null
        const tone = toneOfTrace(model, trace)
        const Icon = icons[tone]
        const name = backend === null ? 'No backend' : model.nameOf(backend)
        return (
          <button
            key={`${backend} ${trace.backendIPConfiguration}`}
            type="button"
            className="segments__item"
            aria-label={`${name}: ${verdictWords[trace.verdict].word}`}
            aria-pressed={trace === watched.trace}
            onClick={() => setPlayer({ flow: watched.flow, backend, step: 0, playing: false, visible: true })}
          >
            <Icon className={`segments__icon segments__icon--${tone}`} size={13} aria-hidden="true" />
            <span className="segments__name">{name}</span>
          </button>
        )
      })}
    </fieldset>
  )
}
