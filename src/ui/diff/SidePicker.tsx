import { FileUp } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import type { SavedDiagram } from '../saving/library/database.ts'
import { useDocument } from '../store/document.ts'
import { readFileSide, readPasted, readSaved, type Side } from './read-side.ts'

interface SidePickerProps {
  readonly label: string
  /** `open`, `text`, `file`, or the id of a saved diagram. */
  readonly start: string
  readonly saved: readonly SavedDiagram[]
  readonly onSide: (side: Side | undefined) => void
}

/** Chooses one of the two diagrams to compare. */
export function SidePicker({ label, start, saved, onSide }: SidePickerProps) {
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
        <option value="open">The open diagram</option>
        <option value="text">A link or text</option>
        <option value="file">A file</option>
        {saved.length > 0 && (
          <optgroup label="Your diagrams">
            {saved.map((one) => (
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
