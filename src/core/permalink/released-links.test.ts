import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeLink } from './decode-link.ts'
import released from './released-links.json'
import releasedViews from './released-views.json'
import { dictionary } from './v1/dictionary.ts'
import { opcode, range } from './v1/opcodes.ts'
import { keys, shapes, typeOfKey, types, words } from './v1/tables.ts'
import { decodeView } from './view-state.ts'

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

describe('links that were released', () => {
  it.each(released)('$link still gives its document', ({ link, document }) => {
    const result = decodeLink(link)
    expect(JSON.stringify(result.ok && result.document)).toBe(JSON.stringify(document))
  })

  it.each(releasedViews)('$link still looks at the same', ({ link, view }) => {
    expect(decodeLink(link).ok).toBe(true)
    expect(decodeView(link)).toEqual(view)
  })

  it('stay in the list: it only grows, at its end', () => {
    const links = released.slice(0, 5).map(({ link }) => link)
    expect(released.length).toBeGreaterThanOrEqual(5)
    expect(hash(links)).toBe('f7f5a7c840b5996d')
    expect(hash(releasedViews.slice(0, 4))).toBe('ca9a37956e7e7a10')
  })
})

describe('the vocabulary of version 1', () => {
  // Entries added at the end leave these as they are. Whoever must change one of them makes a version 2 instead.
  it.each([
    ['types', types.slice(0, 22), 'f7a5831cf907579e'],
    ['keys', keys.slice(0, 119), '7f008cdb16cdcc04'],
    ['words', words.slice(0, 91), '0d737eaff48d1279'],
    ['shapes', shapes, 'e2c4f7071c05bebc'],
    ['types of keys', typeOfKey, 'abf27b8a24e5885d'],
    ['first bytes', [opcode, range], '32d8461a71f0f584'],
    ['dictionary', [...dictionary], 'c74fcf7d617b3332'],
  ])('has the %s with which links were made', (_, entries, expected) => {
    expect(hash(entries)).toBe(expected)
  })

  it('has room for its words', () => {
    expect(words.length).toBeLessThanOrEqual(range.word.count)
    expect(new Set(words).size).toBe(words.length)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(types).size).toBe(types.length)
  })
})
