import { encode } from 'uqr'

/** What the largest QR code holds with the weakest correction, in bytes. */
export const qrCodeBytes = 2_953

/** A QR code: its side in modules with the border, and its dark modules as the path of an SVG. */
export interface QrCode {
  readonly size: number
  readonly path: string
}

/** A text as a QR code, or `undefined` where it is too long for one. */
export function qrCodeOf(text: string): QrCode | undefined {
  if (new TextEncoder().encode(text).length > qrCodeBytes) return undefined
  const { size, data } = encode(text, { ecc: 'L', border: 4 })
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
  return { size, path: rows.join('') }
}
