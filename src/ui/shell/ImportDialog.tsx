import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { openDocument, problemLines, readFile, readText } from './open-file.ts'

/** Opens a diagram from a file or from pasted text. Nothing changes until a whole document has been read. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const [problems, setProblems] = useState<readonly string[]>([])
  const picker = useRef<HTMLInputElement>(null)
  const take = (result: ReturnType<typeof readText>) => {
    if (!result.ok) {
      setProblems(problemLines(result.problems))
      return
    }
    openDocument(result.document, result.notes)
    onClose()
  }
  const takeFile = async (file: File | undefined) => {
    if (file) take(await readFile(file))
    if (picker.current) picker.current.value = ''
  }
  return (
    <Dialog
      title="Import JSON"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={text.trim() === ''} onClick={() => take(readText(text))}>
            Open pasted text
          </Button>
        </>
      }
    >
      <p>
        Open a diagram that was exported from Floatpath, an ARM template, or JSON that az network prints. Your
        current diagram can be brought back with undo.
      </p>
      <div className="import__file">
        <input
          ref={picker}
          className="visually-hidden"
          type="file"
          accept=".json,.svg,.png,application/json,image/svg+xml,image/png"
          aria-label="Diagram file"
          tabIndex={-1}
          onChange={(event) => takeFile(event.target.files?.[0])}
        />
        <Button icon={<FileUp size={16} />} onClick={() => picker.current?.click()}>
          Choose a file
        </Button>
        <span>or drop one anywhere on the page</span>
      </div>
      <label className="stack">
        <span className="field__label">Or paste the text</span>
        <textarea
          className="input input--mono"
          rows={8}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblems([])
          }}
        />
      </label>
      <div role="alert">
        {problems.length > 0 && (
          <div className="import__problems">
            <strong>This could not be opened. Your diagram is unchanged.</strong>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  )
}
