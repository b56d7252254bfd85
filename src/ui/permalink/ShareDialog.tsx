import { Download } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { downloadDocument } from '../shell/download.ts'
import { useDocument } from '../store/document.ts'
import { AlongChoices } from './AlongChoices.tsx'
import { CopyRow } from './CopyRow.tsx'
import { currentLink, type Link } from './copy-link.ts'
import { embedSnippet } from './embed-snippet.ts'
import { LinkSize } from './LinkSize.tsx'
import { ModeChoice } from './ModeChoice.tsx'
import { markdownLink } from './markdown-link.ts'
import { QrCodeFigure } from './QrCodeFigure.tsx'
import { SharedPicture } from './SharedPicture.tsx'
import type { SentAlong } from './view-now.ts'
import './share.css'

/** Every way to hand the open diagram on: as a link, in Markdown, as a QR code, as a picture, as a file. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument()
  const [link, setLink] = useState<Link>()
  const [said, setSaid] = useState('')
  const [along, setAlong] = useState<SentAlong>({ look: false, theme: false, mode: 'view' })
  useEffect(() => {
    let open = true
    currentLink(document, along).then((made) => {
      if (open) setLink(made)
    })
    return () => {
      open = false
    }
  }, [document, along])
  const footer = (
    <>
      <span className="share__said" role="status">
        {said}
      </span>
      <Button icon={<Download size={16} />} onClick={() => downloadDocument(document)}>
        Download as a file
      </Button>
    </>
  )
  return (
    <Dialog title="Share the diagram" width={860} onClose={onClose} footer={footer}>
      {link?.ok && (
        <div className="share">
          <div className="share__texts">
            <CopyRow label="Link" rows={3} value={link.url} onSaid={setSaid} />
            <LinkSize length={link.url.length} />
            <ModeChoice mode={along.mode} onChange={(mode) => setAlong({ ...along, mode })} />
            <AlongChoices along={along} onChange={setAlong} />
            <CopyRow
              label="Markdown"
              rows={3}
              value={markdownLink(document.name, link.url)}
              onSaid={setSaid}
            />
            <CopyRow
              label="Embed in a page"
              rows={3}
              value={embedSnippet(document.name, link.url)}
              onSaid={setSaid}
            />
          </div>
          <div className="share__pictures">
            <SharedPicture onSaid={setSaid} />
            <QrCodeFigure url={link.url} />
          </div>
        </div>
      )}
      {link?.ok === false && (
        <div className="share">
          <p>{link.reason} Share the diagram as a file instead.</p>
          <SharedPicture onSaid={setSaid} />
        </div>
      )}
      <p className="share__note">
        The diagram is in the link itself, and nothing leaves this browser. A link cannot be revoked: whoever
        has it can open the diagram as it is now.
      </p>
    </Dialog>
  )
}
