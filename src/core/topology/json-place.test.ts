import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOfJsonError } from './json-place.ts'

/** Where the engine stops, as far as it says so; `undefined` where the text is JSON. */
const engineStops = (text: string): number | 'end' | 'unsaid' | undefined => {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const { message } = error as SyntaxError
    if (/end of JSON|Unterminated/.test(message)) return 'end'
    const position = /at position (\d+)/.exec(message)?.[1]
    return position === undefined ? 'unsaid' : Number(position)
  }
}

describe('the place of a mistake in JSON', () => {
  it.each([
    ['', 1, 1, 'it ends too early'],
    ['{"a": }', 1, 7, 'a value is expected here'],
    ['{"a": 1,}', 1, 9, 'a key in double quotes is expected here'],
    ['{a: 1}', 1, 2, 'a key in double quotes or } is expected here'],
    ['[1,]', 1, 4, 'a value is expected here'],
    ['[1 2]', 1, 4, 'a comma or ] is expected here'],
    ['{"a" 1}', 1, 6, 'a colon is expected here'],
    ['{"a": 1\n"b": 2}', 2, 1, 'a comma or } is expected here'],
    ['{}\n}', 2, 1, 'nothing more is expected here'],
    ['{\n\n  "a": [1, 2', 3, 13, 'it ends too early'],
    ['{"a": \'b\'}', 1, 7, 'a value is expected here'],
    ['{"a": 01}', 1, 8, 'a comma or } is expected here'],
    ['["a\nb"]', 1, 2, 'a value or ] is expected here'],
  ])('of %j is %i:%i', (text, line, column, reason) => {
    expect(placeOfJsonError(text)).toEqual({ line, column, reason })
  })

  it('is found at once in a long string that has no end', () => {
    const start = performance.now()
    const text = `{"name": "${'a long name '.repeat(20_000)}`
    expect(placeOfJsonError(text).reason).toBe('a value is expected here')
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('is the end where there is none', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\n'), (json, blank) => {
        const text = `${json}${blank}`
        const before = text.split('\n')
        expect(placeOfJsonError(text)).toMatchObject({ line: before.length, reason: 'it ends too early' })
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  it('is where the engine stops, or where the word begins in which it stops', () => {
    let compared = 0
    const extras = fc.constantFrom('}', ']', ',', ':', '"', 'x', '1', '{')
    fc.assert(
      fc.property(fc.json(), fc.nat(), extras, (json, at, extra) => {
        const cut = at % (json.length + 1)
        const text = json.slice(0, cut) + extra + json.slice(cut)
        const stops = engineStops(text)
        if (stops === undefined) return
        const place = placeOfJsonError(text).column - 1
        // What stands before the place is the start of some JSON: the engine finds nothing wrong in it but its end.
        const before = engineStops(text.slice(0, place))
        expect([undefined, 'end', 'unsaid', place]).toContain(before)
        if (typeof stops !== 'number') return
        compared++
        expect(place).toBeLessThanOrEqual(stops)
        expect(text.slice(place, stops)).toMatch(/^("?[^",:{}[\]]*|".*)$/s)
      }),
      { seed: 2, numRuns: 500 },
    )
    expect(compared).toBeGreaterThan(100)
  })
})
