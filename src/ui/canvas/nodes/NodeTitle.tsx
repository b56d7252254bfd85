import { type KeyboardEvent, useEffect, useRef } from 'react'
import { later } from '../../components/lazily.ts'
import { currentDocument, edit } from '../../store/document.ts'
import { notify } from '../../store/session.ts'
import { setCanvasState, useCanvasState } from '../canvas-state.ts'
import { clip } from '../clip.ts'

const load = later(() => import('../../../core/edit/rename.ts'))

/** Writes a name; false, with the reason in a notice, where it cannot be the thing's. */
async function rename(id: string, before: string, after: string): Promise<boolean> {
  const name = after.trim()
  if (name !== '' && name !== before) {
    const loaded = await load()
    const result = loaded.rename(currentDocument(), id, name)
    if ('refusal' in result) {
      notify({ tone: 'refused', text: result.refusal })
      return false
    }
    edit(result.label, result.commands)
  }
  setCanvasState({ renaming: null })
  return true
}

/** What has the keyboard after the name: the row whose name it is, else the node around. */
function around(field: HTMLElement): HTMLElement | null {
  const row = field.closest('.machine-row')?.querySelector<HTMLElement>('.machine-row__select')
  return row ?? field.closest<HTMLElement>('.react-flow__node')
}

/** A name while it is typed. */
export function NameInput({ id, name }: { readonly id: string; readonly name: string }) {
  const input = useRef<HTMLInputElement>(null)
  const cancelled = useRef(false)
  useEffect(() => input.current?.select(), [])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation()
    cancelled.current = event.key === 'Escape'
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    // Else what gets the keyboard would be pressed by the same key.
    event.preventDefault()
    around(event.currentTarget)?.focus({ preventScroll: true })
    event.currentTarget.blur()
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
      onBlur={async ({ currentTarget: field }) => {
        if (await rename(id, name, cancelled.current ? name : field.value)) return
        field.setAttribute('aria-invalid', 'true')
        requestAnimationFrame(() => field.focus())
      }}
    />
  )
}

/** The name of a node; a double click on the node lets it be typed in place. */
export function NodeTitle({ id, name }: { readonly id: string; readonly name: string }) {
  const isOpen = useCanvasState((state) => state.renaming === id)
  if (isOpen) return <NameInput id={id} name={name} />
  return (
    <span className={`node__name ${clip(name, 8)}`} title={name}>
      {name}
    </span>
  )
}
