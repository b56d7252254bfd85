import { useEffect, useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { currentLink, type Link } from './copy-link.ts'

/** The link as text to copy by hand, where the browser keeps pages away from the clipboard. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const [link, setLink] = useState<Link>()
  useEffect(() => {
    currentLink().then(setLink)
  }, [])
  return (
    <Dialog title="Copy link" onClose={onClose}>
      {link?.ok && (
        <>
          <p>This browser does not let the page use the clipboard. Copy the link with Ctrl C.</p>
          <textarea
            ref={(text) => text?.select()}
            className="input input--mono"
            aria-label="Link"
            rows={6}
            readOnly
            value={link.url}
          />
          <p>
            {link.url.length.toLocaleString('en')} characters. The diagram is in the link itself; nothing
            leaves this browser. A link cannot be taken back once it is passed on.
          </p>
        </>
      )}
      {link?.ok === false && <p>{link.reason}</p>}
    </Dialog>
  )
}
