/** The line on which a resource begins, counted from 1. Other resources may name it before. */
export function lineOf(text: string, resource: string): number {
  const key = JSON.stringify(resource)
  let at = text.indexOf(key, Math.max(0, text.indexOf('"resources"')))
  while (
    at >= 0 &&
    !text
      .slice(at + key.length, at + key.length + 20)
      .trimStart()
      .startsWith(':')
  ) {
    at = text.indexOf(key, at + key.length)
  }
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
