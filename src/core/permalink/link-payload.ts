const start = /(?:^|#|%23|%2523|&#35;|&num;)[<"'“‘(]*(\d{1,3})(?:\.|%2E)([A-Za-z0-9_-]*)/gi

/**
 * The part of an address or a text that carries a diagram, such as `1.AbC`; `undefined` where there is none.
 * Mail and chat programs write `#` as `%23`, break lines, wrap links in brackets and append their own parameters.
 */
export function linkPayloadFrom(text: string): string | undefined {
  const joined = text
    // Quoted-printable mail ends a broken line with `=`; quoted replies begin the next one with `>`.
    .replaceAll(/=?\r?\n[\s>]*/g, '')
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
