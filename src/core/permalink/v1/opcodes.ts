/** The first byte of every value. Ranges take the byte's place in the range as their operand. */
export const opcode = {
  text: 0,
  integer: 1,
  negativeInteger: 2,
  /** A number that is no safe integer, as text. */
  number: 3,
  list: 4,
  object: 5,
  /** Four bytes. */
  ipv4: 6,
  /** Four bytes and a length. */
  ipv4Prefix: 7,
  /** The part of the resource's id after the slash. */
  slug: 8,
  /** An earlier value with one of its numbers moved: how far back, which number, by how much. */
  step: 9,
  /** An id: its type, and its place among the ids of that type. */
  reference: 10,
  /** The id after the one that stood here last. */
  nextReference: 11,
  /** The number that stood here last, plus a multiple of eight. */
  move: 12,
} as const

/** A run of first bytes that share a meaning. */
export interface Range {
  readonly first: number
  readonly count: number
}

export const range = {
  /** The value that stood here so many values ago. */
  repeat: { first: 16, count: 8 },
  /** An earlier value with one of its numbers one higher: four values back × four places. */
  increment: { first: 24, count: 16 },
  /** An id of the type that the key tells: so many back from the resource at hand. */
  recentReference: { first: 40, count: 8 },
  /** `move` by -32 to 31 steps of eight. */
  smallMove: { first: 48, count: 64 },
  word: { first: 112, count: 112 },
  /** A text of 1 to 32 bytes. */
  shortText: { first: 224, count: 32 },
} as const satisfies { readonly [name: string]: Range }

/** The operand of a first byte in this range, or `undefined` where it is outside. */
export function operandIn(range: Range, byte: number): number | undefined {
  const operand = byte - range.first
  return operand >= 0 && operand < range.count ? operand : undefined
}
