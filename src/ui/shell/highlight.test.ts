import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlight } from './highlight.ts'

const kinds = (line: string, language: Parameters<typeof highlight>[1]) =>
  highlight(line, language)
    .filter(({ kind }) => kind !== 'plain')
    .map(({ kind, text }) => `${kind} ${text}`)

describe('colours of a line', () => {
  it.each([
    ['json', '  "port": 443,', ['key "port"', 'number 443']],
    ['json', '  "name": "a",', ['key "name"', 'string "a"']],
    ['bicep', "  name: 'a' ", ['key name', "string 'a'"]],
    ['bicep', "// name: 'a'", ["comment // name: 'a'"]],
    ['shell', '  --port 80 \\', ['key --port', 'number 80']],
    ['hcl', 'a = "b"', ['key a', 'string "b"']],
    ['markdown', '# a = 1', ['heading # a = 1']],
    ['markdown', '- [ ] Port: 443', ['key - [ ]', 'number 443']],
    ['markdown', '| a | 10.0.0.4 |', ['key |', 'key |', 'number 10.0.0.4', 'key |']],
    ['markdown', '![a](b.svg)', ['string (b.svg)']],
    ['csv', 'a,"b,c",443', ['key ,', 'string "b,c"', 'key ,', 'number 443']],
    ['text', 'a = 1', []],
  ] as const)('%s: %s', (language, line, expected) => {
    expect(kinds(line, language)).toEqual(expected)
  })

  it('never loses a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('json', 'shell', 'yaml', 'csv', 'markdown'),
        (line, language) => {
          expect(
            highlight(line, language)
              .map(({ text }) => text)
              .join(''),
          ).toBe(line)
        },
      ),
    )
  })
})
