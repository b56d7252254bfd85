import { Trash2, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Flow } from '../../../../core/simulator/trace.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { useWatched } from '../../../store/derived.ts'
import { setPlayer, useSession } from '../../../store/session.ts'
import { DraftInput } from './DraftInput.tsx'
import { byName, type Draft, type DraftField, draftOf, readDraft } from './read-attempt.ts'
import { backends, callers, destinations, sources } from './suggestions.ts'
import './free-flow.css'
import { useCheckedModel } from '../../../store/after-typing.ts'

const kindWords: Record<Exclude<Flow['kind'], 'probe'>, string> = {
  inbound: 'A call from outside the pool.',
  hairpin: 'A backend calls the frontend that it serves.',
  outbound: 'A connection out of the virtual network.',
  routed: 'A packet that a route sends to the load balancer.',
}

function close(): void {
  setPlayer({ formOpen: false })
  document.querySelector<HTMLElement>('[data-opens-flow-form]')?.focus()
}

const watch = (flow: Flow) =>
  setPlayer({ flow, free: flow, backend: null, step: 0, playing: false, visible: true })

/** Fields of a flow that somebody makes up. It is traced as soon as they say enough. */
export function FreeFlowForm() {
  const model = useCheckedModel()
  const watched = useWatched()
  const free = useSession(({ player }) => player.free)
  const [draft, setDraft] = useState<Draft>(() =>
    draftOf(model, free ?? (watched && byName(model, watched.flow))),
  )
  const [isTouched, setTouched] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => first.current?.select(), [])

  const read = readDraft(model, draft)
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setTouched(true)
    const changed = readDraft(model, next)
    if (changed.ok) watch(changed.flow)
  }
  const remove = () => {
    setPlayer({ free: null, flow: null, backend: null, step: 0, playing: false })
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  const problem = !read.ok && isTouched ? read.problem : undefined
  const field = (name: DraftField) => ({
    value: draft[name],
    messageId: `${id}-message`,
    isWrong: problem !== undefined && !read.ok && read.field === name,
    onChange: (text: string) => change({ [name]: text }),
  })
  // Which fields there are depends on who calls what, not on a port that is being typed.
  const shape = read.ok ? read : readDraft(model, { ...draft, port: '1', bind: '' })
  const flow = shape.ok ? shape.flow : undefined
  const choices = flow && flow.kind !== 'probe' ? backends(model, flow.to) : []
  return (
    <form
      className="free-flow"
      aria-label="Your flow"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (read.ok) watch(read.flow)
      }}
    >
      <div className="free-flow__fields">
        <DraftInput ref={first} label="From" suggestions={callers(model)} {...field('from')} />
        <DraftInput label="To" suggestions={destinations(model)} {...field('to')} />
        <DraftInput label="Port" size="small" numeric {...field('port')} />
        <label className="free-flow__field free-flow__field--small">
          <span className="field__label">Protocol</span>
          <select
            className="input"
            value={draft.protocol}
            onChange={(event) => change({ protocol: event.currentTarget.value === 'Udp' ? 'Udp' : 'Tcp' })}
          >
            <option value="Tcp">TCP</option>
            <option value="Udp">UDP</option>
          </select>
        </label>
        {flow?.kind === 'outbound' && (
          <DraftInput
            label="Source address"
            placeholder="As the guest routes"
            suggestions={sources(model, flow.from)}
            {...field('bind')}
          />
        )}
        {choices.length > 1 && (
          <label className="free-flow__field">
            <span className="field__label">Backend</span>
            <select
              className="input"
              value={choices.some((one) => one.id === draft.backend) ? draft.backend : ''}
              onChange={(event) => change({ backend: event.currentTarget.value })}
            >
              <option value="">Every healthy one</option>
              {choices.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="free-flow__buttons">
          {free && (
            <IconButton size="small" label="Remove your flow" icon={<Trash2 size={15} />} onClick={remove} />
          )}
          <IconButton size="small" label="Close the form" icon={<X size={16} />} onClick={close} />
        </div>
      </div>
      <p
        id={`${id}-message`}
        className={`free-flow__message ${problem ? 'free-flow__message--wrong' : ''}`}
        role="status"
      >
        {problem ?? (flow && flow.kind !== 'probe' ? kindWords[flow.kind] : 'Say who calls what.')}
      </p>
    </form>
  )
}
