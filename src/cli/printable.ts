/** A text that a terminal shows and does not obey: every control character becomes a visible sign; line breaks stay. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}

/** The same on one line, for a name or a message inside a line. */
export function printableLine(text: string): string {
  return printable(text.replaceAll(/\s*[\r\n\t]+\s*/g, ' '))
}
