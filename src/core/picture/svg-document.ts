import { escapeXml } from './markup.ts'

const opening = '<metadata id="floatpath-document">'
const closing = '</metadata>'

/** In JSON every half of a character pair can be written as an escape, which XML allows. */
const escapeLone = (json: string): string =>
  json.replace(/\p{Surrogate}|[\ufffe\uffff]/gu, (one) => `\\u${one.charCodeAt(0).toString(16)}`)

/** The document's JSON text as it stands inside an SVG picture. */
export const metadataOf = (json: string): string => `${opening}${escapeXml(escapeLone(json))}${closing}`

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
}

/** The JSON text that an SVG picture of Floatpath carries, not yet checked; `undefined` where it carries none. */
export function textInSvg(svg: string): string | undefined {
  const start = svg.indexOf(opening)
  const end = start < 0 ? -1 : svg.indexOf(closing, start)
  if (end < 0) return undefined
  const written = svg.slice(start + opening.length, end)
  return written.replace(/&(?:amp|lt|gt|quot|apos|#39);/g, (one) => entities[one] ?? one)
}

/** Whether a text is an SVG picture, ours or another's. */
export const isSvg = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(
    text.slice(0, 2_000),
  )
