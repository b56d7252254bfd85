import { Copy, Download } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import type { ExportFile } from '../../../core/export/exporter.ts'
import { Button } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Field } from '../../components/Field.tsx'
import { downloadText } from '../../shell/download.ts'
import { highlight } from '../../shell/highlight.ts'
import { useDiagnostics, useModel } from '../../store/derived.ts'
import { useDocument } from '../../store/document.ts'
import { guestFiles } from './guest-files.ts'
import './guest-setup.css'

function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="guest-setup__notes" aria-label="Notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

function Code({ file: { name, text, language } }: { readonly file: ExportFile }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className="guest-setup__code" aria-label={name} tabIndex={0}>
      {text.split(/\r?\n/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <div className="guest-setup__line" key={index}>
          {highlight(line, language).map(({ kind, text: part }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have words
            <span className={`guest-setup__${kind}`} key={at}>
              {part}
            </span>
          ))}
        </div>
      ))}
    </section>
  )
}

/** The commands that a guest needs, with which it is checked, and which undo them. */
export function GuestSetup({ machine }: { readonly machine: string }) {
  const document = useDocument()
  const findings = useDiagnostics()
  const model = useModel()
  const [chosen, setChosen] = useState('')
  const [said, setSaid] = useState('')
  const label = useId()
  const { files, notes } = useMemo(
    () => guestFiles(document, machine, findings),
    [document, machine, findings],
  )
  const file = files.find(({ name }) => name === chosen) ?? files[0]
  const name = model.nameOf(machine)
  if (!file) {
    return (
      <div className="guest-setup">
        <p className="guest-setup__none">
          Nothing has to be set up in {name}’s guest for what the diagram sends to it.
        </p>
        <Notes notes={notes} />
      </div>
    )
  }
  return (
    <div className="guest-setup">
      <Field label={`Commands for ${name}`} htmlFor={label}>
        <select
          id={label}
          className="input"
          value={file.name}
          onChange={({ target }) => {
            setChosen(target.value)
            setSaid('')
          }}
        >
          {files.map((one) => (
            <option key={one.name} value={one.name}>
              {one.name}
            </option>
          ))}
        </select>
      </Field>
      <Code file={file} />
      <div className="guest-setup__actions">
        <Button
          size="small"
          icon={<Copy size={15} />}
          onClick={async () => setSaid(await copyText(file.text))}
        >
          Copy
        </Button>
        <Button size="small" icon={<Download size={15} />} onClick={() => downloadText(file.name, file.text)}>
          Download
        </Button>
        <span role="status">{said}</span>
      </div>
      <Notes notes={notes} />
    </div>
  )
}
