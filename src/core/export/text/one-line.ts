const breaks = /\s*[\r\n\t\v\f\u0085\u2028\u2029]+\s*/gu
const invisible = /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}|\p{Cs}/gu

/** A text on one line without anything that a terminal or an editor obeys: for comments. */
export function oneLine(text: string): string {
  return text.replaceAll(breaks, ' ').replaceAll(invisible, '\ufffd').trim()
}
