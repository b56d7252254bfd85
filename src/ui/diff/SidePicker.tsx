import { FileUp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { largePaste } from '../components/large-paste.ts'
import { titleOfState } from '../saving/dialogs/title-of-state.ts'
import { whenText } from '../saving/dialogs/when.ts'
import { useDocument } from '../store/document.ts'
import { readFileSide, readPasted, readSaved, readVersion, type Side } from './read-side.ts'
import type { Kept } from './use-kept.ts'
import './side.css'

interface SidePickerProps {
  readonly label: string
  /** `open`, `text`, `file`, the id of a saved diagram, or `version:` and the key of a state. */
  readonly start: string
  readonly kept: Kept
  /** Whether the open diagram can be chosen. */
  readonly withOpen?: boolean
  readonly onSide: (side: Side | undefined) => void
}

/** Chooses a diagram to compare with. */
export function SidePicker({ label, start, kept, withOpen = true, onSide }: SidePickerProps) {
  const id = useId()
  const document = useDocument()
  const [source, setSource] = useState(start)
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const turn = useRef(0)

  /** Takes what is read, unless something else was chosen meanwhile. */
  const take = async (reading: Promise<Side> | undefined) => {
    const own = ++turn.current
    const side = await reading
    if (own !== turn.current) return
    setSaid(side ? (side.ok ? side.name : side.problem) : '')
    onSide(side)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when another source is chosen.
  useEffect(() => {
    if (source === 'open') take(Promise.resolve({ ok: true, name: document.name, document }))
    else if (source === 'text') take(text.trim() === '' ? undefined : readPasted(text))
    else if (source === 'file') take(undefined)
    else if (source.startsWith('version:')) take(readVersion(Number(source.slice('version:'.length))))
    else take(readSaved(source))
  }, [source, text, source === 'open' ? document : null])

  return (
    <fieldset className="side">
      <legend>{label}</legend>
      <select
        className="input"
        aria-label={`${label}: which diagram`}
        value={source}
        onChange={(event) => setSource(event.target.value)}
      >
        {withOpen && <option value="open">The open diagram</option>}
        <option value="text">A link or text</option>
        <option value="file">A file</option>
        {kept.versions.length > 0 && (
          <optgroup label="Versions of this diagram">
            {kept.versions.map((one) => (
              <option key={one.key} value={`version:${one.key}`}>
                {titleOfState(one)}, {whenText(one.savedAt, Date.now())}
              </option>
            ))}
          </optgroup>
        )}
        {kept.diagrams.length > 0 && (
          <optgroup label="Your diagrams">
            {kept.diagrams.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name || 'Untitled diagram'}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {source === 'text' && (
        <textarea
          className="input input--mono"
          aria-label={`${label}: link or text`}
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          {...largePaste((large) => take(readPasted(large)))}
        />
      )}
      {source === 'file' && (
        <>
          <input
            id={id}
            ref={input}
            className="visually-hidden"
            type="file"
            aria-label={`${label}: file`}
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) take(readFileSide(file))
            }}
          />
          <Button size="small" icon={<FileUp size={14} />} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
        </>
      )}
      <p className="side__said" role="status">
        {said}
      </p>
    </fieldset>
  )
}
