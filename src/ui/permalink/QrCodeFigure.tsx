import { useMemo } from 'react'
import { qrCodeOf } from './qr-code.ts'

/** The link as a QR code, or why there is none. Dark on light in both themes: many cameras read nothing else. */
export function QrCodeFigure({ url }: { readonly url: string }) {
  const code = useMemo(() => qrCodeOf(url), [url])
  if (!code) return <p className="share__no-code">The link is too long for a QR code.</p>
  return (
    <figure className="share__code">
      <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label="QR code of the link">
        <rect className="share__code-paper" width={code.size} height={code.size} />
        <path className="share__code-ink" d={code.path} />
      </svg>
      <figcaption>Scan to open it on another device.</figcaption>
    </figure>
  )
}
