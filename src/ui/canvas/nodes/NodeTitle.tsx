import { type KeyboardEvent, useEffect, useRef } from 'react'
import { edit } from '../../store/document.ts'
import { setCanvasState, useCanvasState } from '../canvas-state.ts'
import { clip } from '../clip.ts'

function rename(id: string, before: string, after: string): void {
  const name = after.trim()
  setCanvasState({ renaming: null })
  if (name === '' || name === before) return
  edit(`Rename ${before} to ${name}`, [{ type: 'resource.set', id, path: 'name', value: name }])
}

/** A name while it is typed. */
export function NameInput({ id, name }: { readonly id: string; readonly name: string }) {
  const input = useRef<HTMLInputElement>(null)
  const cancelled = useRef(false)
  useEffect(() => input.current?.select(), [])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    cancelled.current = event.key === 'Escape'
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
  }
  return (
    <input
      ref={input}
      className="node__name-input nodrag nopan"
      aria-label={`Name of ${name}`}
      defaultValue={name}
      maxLength={80}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: it appears because its name was double-clicked
      autoFocus
      onKeyDown={onKeyDown}
      onBlur={(event) => rename(id, name, cancelled.current ? name : event.currentTarget.value)}
    />
  )
}

/** The name of a node; a double click on the node lets it be typed in place. */
export function NodeTitle({ id, name }: { readonly id: string; readonly name: string }) {
  const renaming = useCanvasState((state) => state.renaming === id)
  if (renaming) return <NameInput id={id} name={name} />
  return (
    <span className={`node__name ${clip(name, 8)}`} title={name}>
      {name}
    </span>
  )
}
