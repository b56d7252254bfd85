import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { exporters } from './index.ts'
import { parsedLanguages, syntaxProblem } from './test-parsers.ts'

/** What breaks out of a string or a comment somewhere, with a mark that must never begin a line. */
const hostile = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      '`',
      '\n',
      '\r\n',
      '\u2028',
      '\u2029',
      '\u0085',
      '\0',
      '$(pwned)',
      '${pwned}',
      '%{pwned}',
      '*/',
      '-->',
      "''",
      '\\',
      '\\"',
      '”',
      '’',
      '#',
      ';pwned;',
      '|',
      '[',
      ']]',
      '{{pwned}}',
      '@(',
      '\ud800',
      '\u202e',
      ' ',
      '-',
      '<!--',
      '%PATH%',
      'a',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))

/** The document with a hostile text at the end of every name. */
function renamed(document: TopologyDocument, text: string): TopologyDocument {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [
        key,
        (key === 'name' || key === 'requestPath' || key === 'zone') && typeof held === 'string'
          ? `${held}${text}`
          : rename(held),
      ]),
    )
  }
  return { ...document, name: text, resources: rename(document.resources) as TopologyDocument['resources'] }
}

const findingWith = (text: string) => [
  { severity: 'error', resource: 'loadBalancer/lb', message: text } as const,
]

describe.each(exporters.map((one) => [one.id, one] as const))('%s', (_id, exporter) => {
  it('keeps hostile names inside strings and comments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scenarios), hostile, async ({ document }, text) => {
        const options = { findings: findingWith(text), link: '#1.a' }
        const { files } = exporter.export(renamed(document, text), options)
        for (const file of files) {
          if (exporter.id === 'json') expect(JSON.parse(file.text)).toBeDefined()
          if (!parsedLanguages.includes(file.language)) continue
          expect(await syntaxProblem(file.language, file.text), file.text).toBeUndefined()
          expect(file.text).not.toMatch(/^\s*pwned/m)
        }
      }),
      { numRuns: 4 },
    )
  }, 60_000)
})
