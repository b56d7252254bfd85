/** What makes a sequence of bytes unreadable. Caught where a link is decoded. */
export class Unreadable extends Error {}

/** Collects bytes. */
export interface ByteWriter {
  byte(value: number): void
  /** A whole number from 0 on, seven bits to a byte, lowest first. */
  integer(value: number): void
  bytes(values: readonly number[]): void
  finish(): Uint8Array
}

/** Hands out bytes in order; throws `Unreadable` where they end too early. */
export interface ByteReader {
  byte(): number
  integer(): number
  text(length: number): string
  readonly atEnd: () => boolean
}

/**
 * UTF-8 of any JavaScript string, one half of a surrogate pair included,
 * which TextEncoder would replace and a link must give back.
 */
export function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      )
    }
  }
  return bytes
}

/** An empty collection of bytes. */
export function byteWriter(): ByteWriter {
  const bytes: number[] = []
  return {
    byte: (value) => bytes.push(value),
    integer: (value) => {
      let rest = value
      while (rest >= 128) {
        bytes.push((rest % 128) + 128)
        rest = Math.floor(rest / 128)
      }
      bytes.push(rest)
    },
    bytes: (values) => {
      for (const value of values) bytes.push(value)
    },
    finish: () => Uint8Array.from(bytes),
  }
}

/** A reader at the start of these bytes. */
export function byteReader(bytes: Uint8Array): ByteReader {
  let at = 0
  const byte = () => {
    const value = bytes[at]
    if (value === undefined) throw new Unreadable('The bytes end too early.')
    at++
    return value
  }
  const character = () => {
    const first = byte()
    if (first < 0x80) return first
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    let code = first & (0x3f >> more)
    for (let count = 0; count < more; count++) code = (code << 6) | (byte() & 63)
    if (code > 0x10ffff) throw new Unreadable('This is no character.')
    return code
  }
  return {
    byte,
    integer: () => {
      let value = 0
      for (let weight = 1; ; weight *= 128) {
        const next = byte()
        value += (next % 128) * weight
        if (!Number.isSafeInteger(value)) throw new Unreadable('This number is too large.')
        if (next < 128) return value
      }
    },
    text: (length) => {
      const end = at + length
      if (end > bytes.length) throw new Unreadable('A text is longer than what is left.')
      let value = ''
      while (at < end) value += String.fromCodePoint(character())
      if (at !== end) throw new Unreadable('A text ends inside a character.')
      return value
    },
    atEnd: () => at >= bytes.length,
  }
}

/** Whole numbers of either sign as whole numbers from 0 on: 0, -1, 1, -2, … */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)

/** The whole number that `zigzag` made this of. */
export const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2)
