import { type KeyboardEvent, useRef, useState } from 'react'
import { edit, useDocument, useReadOnly } from '../store/document.ts'

/** The diagram's name. A click lets it be changed; Enter keeps the new one, Escape the old one. */
export function DiagramName() {
  const { name } = useDocument()
  const readOnly = useReadOnly()
  const [draft, setDraft] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const finish = (keep: boolean) => {
    const next = draft?.trim() ?? ''
    setDraft(null)
    if (keep && next !== '' && next !== name) {
      edit(`Rename the diagram to ${next}`, [{ type: 'document.rename', name: next }])
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.stopPropagation()
    finish(event.key === 'Enter')
    requestAnimationFrame(() => button.current?.focus())
  }
  if (draft !== null) {
    return (
      <input
        className="input diagram-name__input"
        aria-label="Diagram name"
        ref={(input) => input?.focus()}
        maxLength={120}
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish(true)}
      />
    )
  }
  return (
    <h1 className="diagram-name">
      <button
        ref={button}
        type="button"
        className="diagram-name__button"
        title={readOnly ? undefined : 'Rename the diagram'}
        disabled={readOnly}
        onClick={() => setDraft(name)}
      >
        {name || 'Untitled diagram'}
      </button>
    </h1>
  )
}
