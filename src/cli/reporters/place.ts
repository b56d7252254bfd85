/** The line on which a resource begins, counted from 1. */
export function lineOf(text: string, resource: string): number {
  const start = Math.max(0, text.indexOf('"resources"'))
  const at = text.indexOf(JSON.stringify(resource), start)
  return at < 0 ? 1 : text.slice(0, at).split('\n').length
}
