import { linkInAddress } from '../permalink/address.ts'
import { linkCodec } from '../permalink/link-codec.ts'
import { startWith } from '../store/document.ts'

/** Whether there is a diagram to show, or why not. */
export type Embedded = { readonly ok: true } | { readonly ok: false; readonly reason: string }

/** Shows the diagram of the address. Nothing is read from this browser's storage, and nothing is written to it. */
export async function startEmbedded(): Promise<Embedded> {
  const link = linkInAddress(location)
  if (link === undefined) return { ok: false, reason: 'The address of this frame carries no diagram.' }
  const codec = await linkCodec().catch(() => undefined)
  if (!codec) return { ok: false, reason: 'A part of the page did not load.' }
  const result = codec.decodeLink(link)
  if (!result.ok) return { ok: false, reason: result.problems[0]?.message ?? 'The diagram cannot be read.' }
  startWith(result.document, { readOnly: true, ask: () => undefined })
  // A frame is smaller than the sender's window: all of the diagram is shown.
  const { view: _view, ...rest } = codec.decodeView(link)
  codec.applyView(rest)
  return { ok: true }
}

/** The address of the same diagram outside of the frame. */
export function fullAddress({
  origin,
  pathname,
  hash,
}: Pick<Location, 'origin' | 'pathname' | 'hash'>): string {
  return `${origin}${pathname}${hash}`
}
