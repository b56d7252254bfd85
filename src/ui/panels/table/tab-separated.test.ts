import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { readTabSeparated, writeTabSeparated } from './tab-separated.ts'

it.each([
  ['a', [['a']]],
  ['a\tb', [['a', 'b']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['', [['']]],
  ['\t', [['', '']]],
  ['"a\tb\nc ""d"""\te', [['a\tb\nc "d"', 'e']]],
  ['"not closed\tb', [['"not closed', 'b']]],
  ['"closed" too early\tb', [['"closed" too early', 'b']]],
])('%j', (text, rows) => {
  expect(readTabSeparated(text)).toEqual(rows)
})

it('reads back what it writes', () => {
  const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '"', '\t', '\n', ' ', ',') })
  const rows = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
    )
  fc.assert(
    fc.property(rows, (table) => {
      expect(readTabSeparated(writeTabSeparated(table))).toEqual(table)
    }),
    { numRuns: 200 },
  )
})
