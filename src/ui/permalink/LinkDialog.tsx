import { useState } from 'react'
import { Dialog } from '../components/Dialog.tsx'
import { currentLink } from './copy-link.ts'

/** The link as text to copy by hand, where the browser keeps pages away from the clipboard. */
export function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const [link] = useState(currentLink)
  return (
    <Dialog title="Copy link" onClose={onClose}>
      {link.ok ? (
        <>
          <p>This browser does not let the page use the clipboard. Copy the link with Ctrl C.</p>
          <textarea
            data-first-focus
            className="input input--mono"
            aria-label="Link"
            rows={6}
            readOnly
            value={link.url}
            onFocus={(event) => event.target.select()}
          />
          <p>
            {link.url.length.toLocaleString('en')} characters. The diagram is in the link itself; nothing
            leaves this browser. A link cannot be taken back once it is passed on.
          </p>
        </>
      ) : (
        <p>{link.reason}</p>
      )}
    </Dialog>
  )
}
