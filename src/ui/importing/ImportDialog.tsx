import { useState } from 'react'
import { holdsLink } from '../../core/permalink/link-payload.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { openLink } from '../permalink/shared.ts'
import { applyFresh, applyInto, pruned } from './apply.ts'
import { ImportPreview, isNothingNew } from './ImportPreview.tsx'
import { ImportSources } from './ImportSources.tsx'
import { addSources, cancelReading, close, useImport } from './import-state.ts'
import './import.css'

function ReadingProgress() {
  const progress = useImport((state) => state.progress)
  return (
    <div className="import__live" role="status">
      {progress && (
        <div className="import__progress">
          <progress aria-label="Reading" max={1} value={progress.share} />
          <span>{progress.text}</span>
          <Button size="small" onClick={cancelReading}>
            Stop reading
          </Button>
        </div>
      )}
    </div>
  )
}

function Problems() {
  const reading = useImport((state) => state.reading)
  return (
    <div className="import__live" role="alert">
      {reading && !reading.ok && (
        <div className="import__problems">
          <strong>
            {reading.name === '' ? 'This' : reading.name} could not be opened. Your diagram is unchanged.
          </strong>
          <ul>
            {reading.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** Reads files and pasted text in any format, and shows what they will do before anything changes. */
export function ImportDialog() {
  const { sources, reading, target, prune } = useImport()
  const [text, setText] = useState('')
  const add = (pasted: string) => {
    const count = sources.filter(({ name }) => name.startsWith('Pasted text')).length
    addSources([{ name: count === 0 ? 'Pasted text' : `Pasted text ${count + 1}`, text: pasted }])
  }
  const take = () => {
    if (sources.length === 0 && holdsLink(text)) {
      close()
      openLink(text)
      return
    }
    add(text)
    setText('')
  }
  const apply = () => {
    if (!reading?.ok) return
    const imported = prune ? pruned(reading[target]) : reading[target]
    close()
    if (target === 'fresh') applyFresh(imported)
    else applyInto(imported)
  }
  const isNothing = reading?.ok && target === 'into' && isNothingNew(reading.into, prune)
  return (
    <Dialog
      title="Import"
      width={720}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          {reading?.ok && text.trim() === '' ? (
            <Button variant="primary" disabled={isNothing} onClick={apply}>
              {target === 'fresh' ? 'Open as a new diagram' : 'Import into this diagram'}
            </Button>
          ) : (
            <Button variant="primary" disabled={text.trim() === ''} onClick={take}>
              {sources.length === 0 ? 'Open pasted text' : 'Add pasted text'}
            </Button>
          )}
        </>
      }
    >
      <ImportSources text={text} onText={setText} onLarge={add} />
      <ReadingProgress />
      <Problems />
      {reading?.ok && <ImportPreview reading={reading} target={target} />}
    </Dialog>
  )
}
