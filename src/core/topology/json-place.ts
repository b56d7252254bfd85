/** Where a text stops being JSON, counted from 1, and why. */
export interface JsonPlace {
  readonly line: number
  readonly column: number
  readonly reason: string
}

const blank = /[ \t\r\n]*/y
const scalar =
  /"(?:[ !#-[\]-\uFFFF]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or }' | ', or ]' | 'end'

const wanted: Record<Expected, string> = {
  value: 'a value is expected here',
  'value or ]': 'a value or ] is expected here',
  key: 'a key in double quotes is expected here',
  'key or }': 'a key in double quotes or } is expected here',
  ':': 'a colon is expected here',
  ', or }': 'a comma or } is expected here',
  ', or ]': 'a comma or ] is expected here',
  end: 'nothing more is expected here',
}

/** What comes after a complete value inside this container. */
const after = (container: string | undefined): Expected =>
  container === '{' ? ', or }' : container === '[' ? ', or ]' : 'end'

/** Reads JSON text for the sake of its first mistake: the engine's own message does not always tell the place. */
export function placeOfJsonError(text: string): JsonPlace {
  const containers: string[] = []
  let expected: Expected = 'value'
  let at = text.startsWith('\uFEFF') ? 1 : 0
  const skip = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0].length ?? 0
  }
  for (;;) {
    at += skip(blank)
    const character = text[at] ?? ''
    const opens = character !== '' && '{['.includes(character)
    const closes =
      (expected.endsWith('}') && character === '}') || (expected.endsWith(']') && character === ']')
    if (closes) {
      containers.pop()
      expected = after(containers.at(-1))
      at += 1
    } else if (expected.startsWith(',') && character === ',') {
      expected = containers.at(-1) === '{' ? 'key' : 'value'
      at += 1
    } else if (expected === ':' && character === ':') {
      expected = 'value'
      at += 1
    } else if (expected.startsWith('value') && opens) {
      containers.push(character)
      expected = character === '{' ? 'key or }' : 'value or ]'
      at += 1
    } else {
      const isKey = expected.startsWith('key')
      const length = (isKey && character === '"') || expected.startsWith('value') ? skip(scalar) : 0
      if (length === 0) break
      expected = isKey ? ':' : after(containers.at(-1))
      at += length
    }
  }
  const before = text.slice(0, at).split('\n')
  const reason = at < text.length ? wanted[expected] : 'it ends too early'
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, reason }
}
