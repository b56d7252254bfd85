const hash = /#|%(?:25)*23|&(?:amp;)*(?:#35|#x23|num);/
const wrapping = /(?:[<"'“‘(]|%3C|%22|%27|&(?:amp;)*(?:lt|quot|apos|#34|#39);)*/
const start = new RegExp(`(?:^|${hash.source})${wrapping.source}(\\d{1,3})(?:\\.|%2E)([A-Za-z0-9_-]*)`, 'gi')

/** What the shortest link has: a version, a dot, a length and a check. */
const leastCharacters = 9

/** A bracket may be one of JSON or of Markdown: what follows tells. */
const isJsonOrXml = /^\s*(?:\{|\[\s*(?:["{[\]\d-]|true|false|null)|<[!?]|<svg)/i

/** Whether a text is a link or has one in it, and is no JSON or XML that only holds what looks like one. */
export function holdsLink(text: string): boolean {
  if (isJsonOrXml.test(text)) return false
  return (linkPayloadFrom(text)?.length ?? 0) >= leastCharacters
}

/**
 * The part of an address or a text that carries a diagram, such as `1.AbC`; `undefined` where there is none.
 * Mail and chat programs write `#` as `%23` or `&#35;`, break lines, wrap links in brackets and append their own parameters.
 */
export function linkPayloadFrom(text: string): string | undefined {
  const joined = text
    // Quoted-printable mail ends a broken line with `=`; quoted replies begin the next one with `>`.
    .replaceAll(/=?\r?\n[\s>]*/g, '')
    // Where such a text was put into an address, blanks and backslashes are escaped.
    .replaceAll(/%(?:09|0A|0D|20|5C)/gi, '')
    .replaceAll(/[\s\\\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/%2D/gi, '-')
    .replaceAll(/%5F/gi, '_')
  let longest: string | undefined
  for (const [, version = '', payload = ''] of joined.matchAll(start)) {
    const found = `${version}.${payload}`
    if (longest === undefined || found.length > longest.length) longest = found
  }
  return longest
}
