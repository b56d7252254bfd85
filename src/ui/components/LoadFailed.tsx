import { useEffect } from 'react'
import { notify, useSession } from '../store/session.ts'

/** Says that something did not come. The browser asks for it again only on a page that is loaded anew. */
export function sayLoadFailed(): void {
  notify({
    tone: 'error',
    text: 'This part of the page could not be loaded. Check the connection, then reload the page: the diagram is kept.',
    action: { label: 'Reload', run: () => location.reload() },
  })
}

/** Stands where a part of the page did not come; a dialog that did not is no longer asked for. */
export function LoadFailed(): null {
  useEffect(() => {
    sayLoadFailed()
    useSession.setState({ dialog: null })
  }, [])
  return null
}
