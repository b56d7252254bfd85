import { downloadDocument } from '../shell/download.ts'
import { currentDocument } from '../store/document.ts'
import { notify, useSession } from '../store/session.ts'
import { linkCodec } from './link-codec.ts'
import type { SentAlong } from './view-now.ts'

export type Link =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: string }

/** The link that carries a diagram, the open one if none is given, and what is sent along of how it is looked at. */
export async function currentLink(
  document = currentDocument(),
  along: SentAlong = { look: false, theme: false, mode: 'view' },
): Promise<Link> {
  const codec = await linkCodec().catch(() => undefined)
  if (!codec) return { ok: false, reason: 'A part of the page did not load, so there is no link.' }
  const encoded = codec.encodeLink(document)
  if (!encoded.ok) return { ok: false, reason: encoded.reason }
  const fragment = encoded.fragment.replace(/^#/, '')
  const view = codec.encodeView(codec.currentView(along))
  return { ok: true, url: `${location.origin}${location.pathname}#${fragment}${view}` }
}

/** Puts the link that carries the open diagram on the clipboard. */
export async function copyLink(): Promise<void> {
  const link = await currentLink()
  if (!link.ok) {
    notify({
      tone: 'error',
      text: `${link.reason} Share the diagram as a file instead.`,
      action: { label: 'Download', run: () => downloadDocument(currentDocument()) },
    })
    return
  }
  try {
    await navigator.clipboard.writeText(link.url)
  } catch {
    useSession.setState({ dialog: 'link' })
    return
  }
  notify({
    tone: 'info',
    text: `Link copied: ${link.url.length.toLocaleString('en')} characters. The diagram is in the link itself; nothing leaves this browser. A link cannot be taken back once it is passed on.`,
  })
}
