const unprintable = /[^\P{Cc}\n]|\p{Bidi_Control}|\p{Zl}|\p{Zp}/gu

/** A text on one line that a terminal shows and does not obey: a control character becomes a visible sign. */
export function printableLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\t]+\s*/g, ' ').replaceAll(unprintable, '\ufffd')
}
