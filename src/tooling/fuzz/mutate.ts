/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number

/** The generator called mulberry32: small, and good enough to choose mutations. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const below = (random: Random, count: number): number => Math.floor(random() * count)

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[below(random, items.length)] as Item
}

/** Bytes as they come. */
export const bytes = (random: Random, most: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: below(random, most + 1) }, () => below(random, 256))

/** Pieces of text that have broken parsers before. */
const nasty = [
  '__proto__',
  'constructor',
  'toString',
  '\u0000',
  '\ud800',
  '\udfff\ud83d',
  '\u202e',
  '\ufeff',
  '1e999',
  '-1e-999',
  '-0',
  '9007199254740993',
  '"',
  '\\',
  '\\u0000',
  '{',
  '[',
  ']',
  '}',
  ',',
  ':',
  'null',
  'true',
  '#',
  '%23',
  '<svg>',
  '</metadata>',
  "[parameters('a')]",
  "[concat('a',",
  '${',
  '0.0.0.0/0',
  '::/0',
  '255.255.255.256/33',
] as const

/** A text with some of it gone, doubled, moved or replaced. */
export function mutateText(random: Random, text: string): string {
  let result = text
  for (let edits = 1 + below(random, 6); edits > 0; edits--) {
    const from = below(random, result.length + 1)
    const to = Math.min(result.length, from + below(random, random() < 0.2 ? 400 : 12))
    const [head, middle, tail] = [result.slice(0, from), result.slice(from, to), result.slice(to)]
    const changes = [
      () => head + tail,
      () => head + middle + middle + tail,
      () => head + pick(random, nasty) + tail,
      () => head + String.fromCharCode(below(random, 0x1_0000)) + tail,
      () => head + middle.toUpperCase() + tail,
      () => head,
    ]
    result = pick(random, changes)()
  }
  return result
}

/** So many arrays or objects inside each other that reading them by recursion could fill the stack. */
const nested = (random: Random, levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = random() < 0.5 ? [value] : { a: value }
  return value
}

const nastyValue = (random: Random): unknown =>
  pick<() => unknown>(random, [
    () => pick(random, nasty),
    () => pick(random, [-1, 0, 1.5, 65_536, 1e21, -1e308, Number.MAX_SAFE_INTEGER]),
    () => null,
    () => true,
    () => [],
    () => ({}),
    () => 'x'.repeat(below(random, 5_000)),
    () => nested(random, below(random, 90)),
    () => Array.from({ length: below(random, 300) }, (_, index) => index),
    () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
  ])()

/** JSON with one or a few of its values or keys changed. */
export function mutateJson(random: Random, value: unknown, share = 0.02): unknown {
  if (random() < share) return nastyValue(random)
  if (Array.isArray(value)) {
    const items = value.map((item) => mutateJson(random, item, share))
    return random() < share ? [...items, ...items] : items
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (random() < share / 2) return []
    const name = random() < share / 2 ? pick(random, nasty) : key
    return [[name, mutateJson(random, inner, share)]]
  })
  return Object.fromEntries(entries)
}
