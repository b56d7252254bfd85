import { alphabet } from './base64url.ts'

/** What a version 1 link starts with after `#`. */
export const prefix = '1.'

const lengthDigits = 3
export const checkDigits = 4
/** Letters and digits only: mail programs cut other characters off the end of a link. */
const checkBase = 62

export type Opened =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly problem: 'incomplete' | 'damaged'; readonly expected?: number }

function digitsOf(value: number, count: number, base: number): string {
  let text = ''
  for (let rest = value; text.length < count; rest = Math.floor(rest / base)) {
    text = (alphabet[rest % base] ?? '') + text
  }
  return text
}

/** FNV-1a over the characters, as letters and digits. It tells damage, not malice. */
export function checkOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return digitsOf(hash % checkBase ** checkDigits, checkDigits, checkBase)
}

/** A payload with its length before it, so that a cut is noticed, and a check after it, so that a change is. */
export function seal(payload: string): string {
  const length = digitsOf(payload.length, lengthDigits, alphabet.length)
  return `${prefix}${length}${payload}${checkOf(length + payload)}`
}

/** How many characters a payload has by what stands before it. */
const lengthIn = (head: string): number =>
  [...head].reduce((value, digit) => value * alphabet.length + alphabet.indexOf(digit), 0)

/** What follows the end of a whole link such as `1.AbC`; `undefined` where it has no such end. */
export function afterSealed(fragment: string): string | undefined {
  if (!fragment.startsWith(prefix)) return undefined
  const sealed = fragment.slice(prefix.length)
  const end = lengthDigits + lengthIn(sealed.slice(0, lengthDigits)) + checkDigits
  return sealed.length < end ? undefined : sealed.slice(end)
}

/** The payload of what follows the prefix. Characters after the end are not looked at. */
export function open(sealed: string): Opened {
  const head = sealed.slice(0, lengthDigits)
  if (head.length < lengthDigits) return { ok: false, problem: 'incomplete' }
  const length = lengthIn(head)
  const end = lengthDigits + length
  const expected = prefix.length + end + checkDigits
  if (sealed.length < end + checkDigits) return { ok: false, problem: 'incomplete', expected }
  const check = sealed.slice(end, end + checkDigits)
  if (check !== checkOf(sealed.slice(0, end))) return { ok: false, problem: 'damaged' }
  return { ok: true, payload: sealed.slice(lengthDigits, end) }
}
