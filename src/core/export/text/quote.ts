/** What an editor, a terminal or a parser may take for a line break or obey. */
const obeyed = /\p{Cc}|\p{Bidi_Control}|\p{Zl}|\p{Zp}/gu
/** Half of a character: no file can hold it. */
const halves = /\p{Cs}/gu

const codeOf = (character: string) => character.charCodeAt(0).toString(16)
const unicodeEscape = (character: string) => `\\u${codeOf(character).padStart(4, '0')}`

const whole = (text: string) => text.replaceAll(halves, '\ufffd')
const withoutBreaks = (text: string) => whole(text).replaceAll(obeyed, ' ')

/** A JSON string without line separators or control characters in it. */
export function jsonString(text: string): string {
  return JSON.stringify(whole(text)).replaceAll(obeyed, unicodeEscape)
}

/** A Bicep string: no interpolation, no line break. */
export function bicepString(text: string): string {
  const escaped = whole(text)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('${', '\\${')
    .replaceAll(obeyed, (character) => `\\u{${codeOf(character)}}`)
  return `'${escaped}'`
}

/** An HCL string: no template, no line break. */
export function hclString(text: string): string {
  const escaped = whole(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/([$%])\{/g, '$1$1{')
    .replaceAll(obeyed, unicodeEscape)
  return `"${escaped}"`
}

/** A word for a POSIX shell, in quotes where it needs them. Line breaks and control characters become spaces. */
export function shellWord(text: string): string {
  const line = withoutBreaks(text)
  return /^[\w@%+=:,./-]+$/.test(line) ? line : `'${line.replaceAll("'", `'\\''`)}'`
}

/** A PowerShell string in single quotes. PowerShell takes typographic quotes for quotes too. */
export function powershellString(text: string): string {
  return `'${withoutBreaks(text).replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`
}

/** A CSV field; one that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvField(text: string): string {
  const line = withoutBreaks(text)
  const harmless = /^[=+\-@]/.test(line) ? `'${line}` : line
  return /[",]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Text inside Markdown, tables included: nothing in it is markup. */
export function markdownText(text: string): string {
  return withoutBreaks(text).replaceAll(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
}
