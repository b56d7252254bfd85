const token = /[ \t\r\n]+|[{}[\]:,]|"(?:[^"\\]|\\.)*"|[^\s{}[\]:,"]+/gy

/** A container that is open while text is read: the path to it, and where in it the reader is. */
interface Open {
  readonly path: string
  readonly isList: boolean
  key: string
  index: number
}

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`)

/**
 * Where in JSON text the value at a dotted path begins, as line and column counted from 1; where there is no such value,
 * the innermost one around it. Of a key that is written twice the last counts, as when JSON is read.
 */
export function placeInJson(text: string, path: string): { readonly line: number; readonly column: number } {
  const open: Open[] = []
  let found = { at: text.search(/\S/), length: 0 }
  let isKey = false
  for (const { 0: part, index: at } of text.matchAll(token)) {
    const container = open.at(-1)
    if (part === '}' || part === ']') open.pop()
    else if (part === ',' && container) {
      container.index++
      isKey = !container.isList
    } else if (isKey && container && part.startsWith('"')) {
      container.key = JSON.parse(part)
      isKey = false
    } else if (part !== ':' && part.trim() !== '') {
      const here = container
        ? join(container.path, container.isList ? String(container.index) : container.key)
        : ''
      const isAround = here === path || path.startsWith(`${here}.`)
      if (isAround && here.length >= found.length) found = { at, length: here.length }
      if (part === '{' || part === '[') {
        open.push({ path: here, isList: part === '[', key: '', index: 0 })
        isKey = part === '{'
      }
    }
  }
  const before = text.slice(0, Math.max(0, found.at)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
