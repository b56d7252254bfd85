import { ChevronDown } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import type { Tone } from '../../components/Badge.tsx'
import { useCheckedDocument, useCheckedModel } from '../../store/after-typing.ts'
import { useWatched, type Watched } from '../../store/derived.ts'
import { setPlayer, useSession } from '../../store/session.ts'
import { flowLabel } from './flow-label.ts'
import { type FlowOption, flowOptions, keyOfFlow, ownFlowOptions } from './flow-options.ts'

const marks: Record<Tone, string> = { ok: '✓', bad: '✕', warn: '!', neutral: '?' }

/** Which backend of the flow is watched, as the list of flows names it. */
function backendOf({ flow, trace }: Watched): string | null {
  return flow.kind === 'probe' || flow.kind === 'outbound' ? null : (trace?.backend ?? null)
}

/** A list of every intended flow with what becomes of it. */
export function FlowPicker() {
  const document = useCheckedDocument()
  const model = useCheckedModel()
  const watched = useWatched()
  // Typing does not wait for every flow to be traced again.
  const settled = useDeferredValue(document)
  const whatIf = useSession((state) => state.whatIf)
  const measured = useSession((state) => state.measured)
  // biome-ignore lint/correctness/useExhaustiveDependencies: flows depend on nothing but the resources and the what-if
  const intended = useMemo(() => flowOptions(settled), [settled.resources, whatIf, measured])
  const free = useSession(({ player }) => player.free)
  if (!watched) return null
  const groups = free ? [ownFlowOptions(document, free), ...intended] : intended
  const byKey = new Map(groups.flatMap(({ options }) => options).map((option) => [option.key, option]))
  const backend = backendOf(watched)
  const whole = keyOfFlow(watched.flow, null)
  const exact = keyOfFlow(watched.flow, backend)
  const key = byKey.has(exact) ? exact : whole
  const isListed = byKey.has(key)
  const choose = ({ flow, backend: chosen }: FlowOption) =>
    setPlayer({ flow, backend: chosen, step: 0, playing: false, visible: true })
  return (
    <span className="flow-picker">
      <select
        className="flow-picker__select"
        aria-label="Flow to trace"
        value={isListed ? key : exact}
        onChange={(event) => {
          const option = byKey.get(event.currentTarget.value)
          if (option) choose(option)
        }}
      >
        {!isListed && <option value={exact}>{flowLabel(model, watched.flow, watched.trace?.backend)}</option>}
        {groups.map(({ heading, options }) => (
          <optgroup key={heading} label={heading}>
            {options.map((option) => (
              <option key={option.key} value={option.key}>
                {option.tone ? `${marks[option.tone]} ${option.label}` : option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  )
}
