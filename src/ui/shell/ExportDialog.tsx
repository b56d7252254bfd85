import { Copy, Download } from 'lucide-react'
import { useState } from 'react'
import { serializeDocument } from '../../core/topology/serialize.ts'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { useDocument } from '../store/document.ts'
import { downloadDocument, fileNameOf } from './download.ts'

const previewed = 100_000

/** Shows the diagram as JSON and hands it out as a file or through the clipboard. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument()
  const [said, setSaid] = useState('')
  const text = serializeDocument(document)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied.')
    } catch {
      setSaid('This browser does not let the page use the clipboard. Select the text and press Ctrl C.')
    }
  }
  return (
    <Dialog
      title="Export JSON"
      width={720}
      onClose={onClose}
      footer={
        <>
          <span className="export__said" role="status">
            {said}
          </span>
          <Button icon={<Copy size={16} />} onClick={copy}>
            Copy
          </Button>
          <Button variant="primary" icon={<Download size={16} />} onClick={() => downloadDocument(document)}>
            Download
          </Button>
        </>
      }
    >
      <p>
        <code>{fileNameOf(document)}</code>, {text.length.toLocaleString('en')} characters. Import reads it
        back exactly as it is.
      </p>
      <textarea
        className="input input--mono export__text"
        aria-label="Diagram as JSON"
        rows={20}
        readOnly
        spellCheck={false}
        value={text.slice(0, previewed)}
      />
      {text.length > previewed && <p>Only the beginning is shown. The file and the copy hold all of it.</p>}
    </Dialog>
  )
}
