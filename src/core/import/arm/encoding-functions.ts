import { valueOfJson } from '../jsonc.ts'
import type { ArmFunction } from './functions.ts'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The UTF-8 of a text; `undefined` where it holds half a character. */
function bytesOf(value: string): readonly number[] | undefined {
  try {
    const escaped = encodeURIComponent(value)
    return [...escaped.matchAll(/%(..)|(.)/gs)].map(([, code, plain]) =>
      code === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(code, 16),
    )
  } catch {
    return undefined
  }
}

function encode(value: string): string | undefined {
  const bytes = bytesOf(value)
  if (!bytes) return undefined
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = bytes.slice(at, at + 3)
    const all = (one << 16) | ((two ?? 0) << 8) | (three ?? 0)
    const four = [all >> 18, all >> 12, all >> 6, all].map((part) => digits[part & 63])
    parts.push(
      `${four[0]}${four[1]}${two === undefined ? '=' : four[2]}${three === undefined ? '=' : four[3]}`,
    )
  }
  return parts.join('')
}

function decode(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return undefined
  const bits = [...value.replaceAll('=', '')].map((digit) => digits.indexOf(digit))
  const escaped: string[] = []
  for (let at = 0; at < bits.length; at += 4) {
    const four = bits.slice(at, at + 4)
    const all = four.reduce((sum, part, index) => sum | (part << (18 - 6 * index)), 0)
    for (let byte = 0; byte < four.length - 1; byte += 1)
      escaped.push(`%${((all >> (16 - 8 * byte)) & 255).toString(16).padStart(2, '0')}`)
  }
  try {
    return decodeURIComponent(escaped.join(''))
  } catch {
    return undefined
  }
}

const ofText =
  (work: (value: string) => unknown): ArmFunction =>
  ([value]) =>
    typeof value === 'string' && value.length <= 200_000 ? work(value) : undefined

/** A relative address under another: after its last slash. */
const uri: ArmFunction = ([base, relative]) =>
  typeof base === 'string' && typeof relative === 'string' && /^https?:\/\//i.test(base)
    ? `${base.slice(0, Math.max(base.lastIndexOf('/') + 1, base.indexOf('//') + 2))}${relative.replace(/^\//, '')}`
    : undefined

const component = (work: (value: string) => string): ArmFunction =>
  ofText((value) => {
    try {
      return work(value)
    } catch {
      return undefined
    }
  })

/** Functions that spell a text in another way, by their name in lower case. */
export const encodingFunctions: { readonly [name: string]: ArmFunction } = {
  base64: ofText(encode),
  base64tostring: ofText(decode),
  base64tojson: ofText((value) => {
    const text = decode(value)
    return text === undefined ? undefined : valueOfJson(text)
  }),
  uri,
  uricomponent: component(encodeURIComponent),
  uricomponenttostring: component(decodeURIComponent),
}
