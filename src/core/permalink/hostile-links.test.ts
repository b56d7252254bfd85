import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { limits } from '../topology/limits.ts'
import { toBase64url } from './base64url.ts'
import { decodeLink } from './decode-link.ts'
import { seal } from './envelope.ts'
import { byteWriter, Unreadable } from './v1/bytes.ts'
import { dictionary } from './v1/dictionary.ts'
import { opcode, range } from './v1/opcodes.ts'
import { readDocument } from './v1/read.ts'
import { keys, shapes } from './v1/tables.ts'
import { writeDocument } from './v1/write.ts'

const sealedBytes = (bytes: Uint8Array) => seal(toBase64url(bytes))
const sealed = (tokens: Uint8Array) => sealedBytes(deflateSync(tokens, { level: 9, dictionary }))

const tokens = writeDocument(twoTlsSites)
const plainKeys = keys.filter((key) => !Object.hasOwn(shapes, key))
const runs = { seed: 20260103, numRuns: 700 }

const answers = (text: string) => {
  const result = decodeLink(text)
  if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
  return result.ok
}

/** The bytes of a document whose one unknown field `more` is written by hand. */
const withField = (write: (out: ReturnType<typeof byteWriter>) => void): Uint8Array => {
  const out = byteWriter()
  const key = (name: string) => out.integer(keys.indexOf(name) + 1)
  out.integer(0)
  // The first shape that is not among the usual two.
  out.integer(2)
  out.integer(4)
  key('version')
  key('name')
  key('resources')
  out.integer(0)
  out.integer(4)
  out.bytes([...'more'].map((character) => character.charCodeAt(0)))
  out.bytes([opcode.integer, 1, opcode.text, 0])
  write(out)
  return out.finish()
}

describe('bytes that nobody wrote', () => {
  it('never end in an exception: any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        answers(text)
        answers(`#1.${text}`)
      }),
      { ...runs, numRuns: 300 },
    )
  })

  it('never end in an exception: any deflated data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void answers(sealedBytes(bytes))),
      runs,
    )
  })

  it('never end in an exception: any tokens', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void answers(sealed(bytes))),
      runs,
    )
  })

  it('never end in an exception: tokens of a document with some changed', () => {
    const edits = fc.array(fc.tuple(fc.nat(tokens.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(edits, (changes) => {
        const bytes = Uint8Array.from(tokens)
        for (const [at, byte] of changes) bytes[at] = byte
        answers(sealed(bytes))
      }),
      runs,
    )
  })

  it('are refused where a document was cut', () => {
    for (let length = 0; length < tokens.length; length++) {
      expect(answers(sealed(tokens.slice(0, length)))).toBe(false)
    }
    expect(answers(sealed(tokens))).toBe(true)
  })
})

describe('a link that asks for too much', () => {
  const refused = (bytes: Uint8Array) => {
    const start = process.memoryUsage().heapUsed
    expect(answers(sealed(bytes))).toBe(false)
    expect(process.memoryUsage().heapUsed - start).toBeLessThan(200 * 1024 * 1024)
  }

  it('reads the hand-made document that the others here are made like', () => {
    expect(answers(sealed(withField((out) => out.byte(range.word.first))))).toBe(true)
  })

  it('is refused when it inflates to more than the limit', () => {
    refused(new Uint8Array(limits.linkInflatedBytes + 1))
    refused(new Uint8Array(4 * limits.linkInflatedBytes))
  })

  it('is refused when it repeats a long text a million times', () => {
    refused(
      withField((out) => {
        out.byte(opcode.list)
        out.integer(1_000_000)
        out.byte(opcode.text)
        out.integer(100_000)
        out.bytes(Array(100_000).fill(97))
        out.bytes(Array(999_999).fill(range.repeat.first))
      }),
    )
  })

  it('is refused when each list repeats the one before', () => {
    refused(
      withField((out) => {
        for (let level = 0; level < 20; level++) {
          out.byte(opcode.list)
          out.integer(200)
        }
        out.bytes(Array(200).fill(range.word.first))
        for (let level = 0; level < 19; level++) out.bytes(Array(199).fill(range.repeat.first))
      }),
    )
  })

  it('is refused when it makes endless new places', () => {
    const object = (out: ReturnType<typeof byteWriter>, count: number, value: () => void) => {
      out.byte(opcode.object)
      // The first shape of a key that has no usual ones.
      out.integer(0)
      out.integer(count)
      for (const key of plainKeys.slice(0, count)) out.integer(keys.indexOf(key) + 1)
      for (let key = 0; key < count; key++) value()
    }
    refused(
      withField((out) =>
        object(out, 40, () => object(out, 90, () => object(out, 90, () => out.byte(range.word.first)))),
      ),
    )
  })

  it('is refused when it is nested without end, before that fills the stack', () => {
    const bytes = withField((out) => {
      for (let level = 0; level < 100_000; level++) out.bytes([opcode.list, 1])
    })
    refused(bytes)
    expect(() => readDocument(bytes, { characters: 1_000_000, levels: limits.nesting })).toThrow(Unreadable)
  })

  it('is refused when it promises more items than it has', () => {
    refused(
      withField((out) => {
        out.byte(opcode.list)
        out.integer(Number.MAX_SAFE_INTEGER)
      }),
    )
  })

  it('is refused when a key would change what an object is', () => {
    refused(
      withField((out) => {
        out.byte(opcode.object)
        out.bytes([0, 1, 0, 9, ...[...'__proto__'].map((character) => character.charCodeAt(0))])
        out.bytes([opcode.object, 0, 0])
      }),
    )
  })

  it('is refused when there is something after its document', () => {
    refused(Uint8Array.from([...tokens, 0]))
  })
})
