/** Characters that no XML document may hold, escaped or not; lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand between tags and in attributes. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (one) => escapes[one] ?? one)

/** Attributes by their names; absent ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element. What it holds must be markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escapeXml(String(value))}"`,
  )
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** Roughly how many characters of a font fit into a width; a text that is longer is cut and ends in an ellipsis. */
export function fitted(text: string, width: number, perCharacter: number): string {
  const most = Math.max(1, Math.floor(width / perCharacter))
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
