import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../topology/document.ts'
import { unknownParameters } from './unknown-parameters.ts'

const taking = (takes: readonly string[]) => [
  { document: emptyDocument(), notes: [], parameters: [], next: [], wholePools: [], takes },
]

describe('values of parameters', () => {
  it.each([
    [['port'], 'prot', 'Did you mean port?'],
    [['frontPort', 'backPort'], 'bckport', 'Did you mean backPort?'],
    [['port'], 'location', 'of this name.'],
    [[], 'port', 'of this name.'],
  ])('that only %j are asked for are said to have no effect under the name %s', (takes, given, end) => {
    const notes = unknownParameters(taking(takes), [given])
    expect(notes).toMatchObject([{ kind: 'left-out', subject: given, message: expect.stringContaining(end) }])
    expect(notes[0]?.message.endsWith(end)).toBe(true)
  })

  it('are asked for in any casing', () => {
    expect(unknownParameters(taking(['frontPort']), ['FRONTPORT'])).toEqual([])
  })

  it('are all said soon, however many there are', () => {
    const named = (start: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${start.repeat(40)}${index}`)
    expect(unknownParameters(taking(named('a', 1000)), named('b', 10_000))).toHaveLength(10_000)
  }, 20_000)
})
