/** The name under which a PNG picture carries the document: an `iTXt` chunk (PNG specification, section 11.3.3.4). */
const keyword = 'floatpath-document'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Whether bytes begin as PNG pictures do. */
export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte)

const table = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** The checksum of a chunk: CRC-32 as PNG and zip have it. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] as number) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}

interface Chunk {
  readonly type: string
  readonly start: number
  readonly data: Uint8Array
}

/** The chunks of a picture up to the first that is cut off. */
function* chunksOf(png: Uint8Array): Generator<Chunk> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  let start = signature.length
  while (start + 12 <= png.length) {
    const length = view.getUint32(start)
    if (start + 12 + length > png.length) return
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8))
    yield { type, start, data: png.subarray(start + 8, start + 8 + length) }
    start += 12 + length
  }
}

/** Characters below 256 as bytes. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))

/** Keyword, no compression, no language, no translated keyword; then the text. */
const heading = bytesOf(`${keyword}\0\0\0\0\0`)

/** JSON in ASCII: everything else stands inside strings, where it can be escaped. */
const ascii = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

function textOf(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += 8_192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8_192)))
  }
  return parts.join('')
}

/** A picture with the document's JSON text in it. */
export function pngWithText(png: Uint8Array, json: string): Uint8Array {
  const end = [...chunksOf(png)].find(({ type }) => type === 'IEND')
  if (!isPng(png) || !end) throw new Error('these bytes are no PNG picture')
  const text = bytesOf(ascii(json))
  const chunk = new Uint8Array(12 + heading.length + text.length)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, heading.length + text.length)
  chunk.set(
    [...'iTXt'].map((letter) => letter.charCodeAt(0)),
    4,
  )
  chunk.set(heading, 8)
  chunk.set(text, 8 + heading.length)
  view.setUint32(chunk.length - 4, checksum(chunk.subarray(4, chunk.length - 4)))
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, end.start))
  whole.set(chunk, end.start)
  whole.set(png.subarray(end.start), end.start + chunk.length)
  return whole
}

/** The JSON text that a PNG picture of Floatpath carries, not yet checked; `undefined` where it carries none. */
export function textInPng(png: Uint8Array): string | undefined {
  for (const { type, data } of chunksOf(png)) {
    const isOurs = type === 'iTXt' && heading.every((byte, index) => data[index] === byte)
    if (isOurs) return textOf(data.subarray(heading.length))
  }
  return undefined
}
