import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { parseDocumentText } from '../topology/parse.ts'
import { serializeDocument } from '../topology/serialize.ts'
import { isPng, pngWithText, textInPng } from './png-document.ts'
import { isSvg, metadataOf, textInSvg } from './svg-document.ts'

const json = fc.tuple(fc.jsonValue(), fc.string({ unit: 'binary' })).map((pair) => JSON.stringify(pair))

describe('an SVG picture', () => {
  it('gives back the JSON that was put into it', () => {
    fc.assert(
      fc.property(json, (written) => {
        const read = textInSvg(`<svg>${metadataOf(written)}</svg>`)
        expect(JSON.parse(read ?? 'null')).toEqual(JSON.parse(written))
      }),
    )
  })

  it('gives back a lone half of a character pair', () => {
    const text = JSON.stringify(JSON.parse('"\\ud800"'))
    expect(JSON.parse(textInSvg(metadataOf(text)) ?? '')).toBe('\ud800')
  })

  it.each(['', '<svg></svg>', '<svg><metadata id="floatpath-document">{'])('holds nothing: %s', (svg) => {
    expect(textInSvg(svg)).toBeUndefined()
  })

  it('is told from other text', () => {
    expect(isSvg('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe(true)
    expect(isSvg('<svg/>'.replace('/', ' /'))).toBe(true)
    expect(isSvg('{"svg": "<svg>"}')).toBe(false)
  })
})

/** A PNG of one grey pixel, made by hand. */
function pixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const bytes = Buffer.alloc(12 + data.length)
    bytes.writeUInt32BE(data.length)
    bytes.write(type, 4, 'latin1')
    bytes.set(data, 8)
    return bytes
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.from([0, 127]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

describe('a PNG picture', () => {
  it('gives back the JSON that was put into it', () => {
    fc.assert(
      fc.property(json, (text) => {
        const picture = pngWithText(pixel(), text)
        expect(isPng(picture)).toBe(true)
        expect(JSON.parse(textInPng(picture) ?? '')).toEqual(JSON.parse(text))
      }),
    )
  })

  it('gives back every document', () => {
    for (const { document } of scenarios) {
      const read = parseDocumentText(textInPng(pngWithText(pixel(), serializeDocument(document))) ?? '')
      expect(read).toEqual({ ok: true, document })
    }
  })

  it('has the checksum that the specification asks for', () => {
    const picture = pngWithText(pixel(), '')
    // Of `iTXt` with our keyword and no text, worked out by Python's zlib.crc32.
    expect(Buffer.from(picture).readUInt32BE(picture.length - 16)).toBe(2798246650)
  })

  it('holds nothing when it is cut off, another file, or another picture', () => {
    const picture = pngWithText(pixel(), '{"version":1}')
    fc.assert(
      fc.property(fc.nat(picture.length), (length) => {
        const text = textInPng(picture.subarray(0, length))
        expect(text === undefined || text === '{"version":1}').toBe(true)
      }),
    )
    expect(textInPng(pixel())).toBeUndefined()
    expect(textInPng(new Uint8Array([1, 2, 3]))).toBeUndefined()
    expect(() => pngWithText(new Uint8Array([1, 2, 3]), '')).toThrow('no PNG')
  })
})
