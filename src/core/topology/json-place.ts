/** Where a text stops being JSON, counted from 1, and why. */
export interface JsonPlace {
  readonly line: number
  readonly column: number
  readonly reason: string
}

const blank = /[ \t\r\n]*/y
const plain = /[ !#-[\]-\uFFFF]*/y
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const other = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

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

/** How many characters a pattern takes at a place. */
function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** The length of the string, number or word at a place; 0 where there is no whole one. */
function scalarLength(text: string, start: number): number {
  if (text[start] !== '"') return lengthOf(other, text, start)
  // Piece by piece: one pattern for all of it would try every way to part a string that has no end.
  let at = start + 1
  for (;;) {
    at += lengthOf(plain, text, at)
    if (text[at] === '"') return at + 1 - start
    const length = lengthOf(escapeSequence, text, at)
    if (length === 0) return 0
    at += length
  }
}

/** Reads JSON text for the sake of its first mistake: the engine's own message does not always tell the place. */
export function placeOfJsonError(text: string): JsonPlace {
  const containers: string[] = []
  let expected: Expected = 'value'
  let at = text.startsWith('\uFEFF') ? 1 : 0
  for (;;) {
    at += lengthOf(blank, text, at)
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
      const isScalar = (isKey && character === '"') || expected.startsWith('value')
      const length = isScalar ? scalarLength(text, at) : 0
      if (length === 0) break
      expected = isKey ? ':' : after(containers.at(-1))
      at += length
    }
  }
  const before = text.slice(0, at).split('\n')
  const reason = at < text.length ? wanted[expected] : 'it ends too early'
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, reason }
}
