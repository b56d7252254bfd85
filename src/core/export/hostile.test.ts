import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import { scenarios } from '../scenarios/index.ts'
import { changesOf } from '../test-changes.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { parseDocument } from '../topology/parse.ts'
import { disturbedDocuments } from '../topology/test-documents.ts'
import type { Exporter, ExportOptions } from './exporter.ts'
import { exporters } from './index.ts'
import { parsedLanguages, syntaxProblem } from './test-parsers.ts'
import { wide } from './test-wide.ts'

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

type Where = (path: string) => boolean

/** The document with a hostile text at the end of texts, at chosen places; references stay what they are. */
function spoiled(document: TopologyDocument, text: string, where: Where): TopologyDocument {
  const spoil = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => spoil(one, `${path}.${index}`))
    if (typeof value === 'string')
      return value in document.resources || !where(path) ? value : `${value}${text}`
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, held]) => [key, spoil(held, `${path}.${key}`)]),
    )
  }
  const resources = spoil(document.resources, '') as TopologyDocument['resources']
  return { ...document, name: text, resources }
}

/** The field that a place is in: `.virtualMachine/a.guest.addresses.0` is in `addresses`. */
function fieldOf(path: string): string {
  return path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? ''
}

/** Ends every kind of string, and then begins lines. */
const breaksOut = `'"\`'"\npwned\r\npwned\n`

const names: Where = (path) => /\.(name|requestPath|zone|scaleSet)$/.test(path)

const findingWith = (text: string) => [
  { severity: 'error', resource: 'loadBalancer/lb', message: text } as const,
]

/** Half drawn, broken, with fields of every kind: a scenario or everything at once, after some changes. */
const random = fc
  .tuple(
    fc.constantFrom(...scenarios.map(({ document }) => document), wide),
    fc.array(fc.nat(), { maxLength: 6 }),
  )
  .map(([document, picks]) =>
    picks.reduce((now, pick) => {
      const changes = changesOf(now)
      const one = changes[pick % changes.length]
      return one ? applyCommands(now, [one.command]) : now
    }, document),
  )

/** The names of all fields that hold a text somewhere. */
const fieldNames = [
  ...new Set(
    [wide, ...scenarios.map(({ document }) => document)].flatMap((document) => {
      const found: string[] = []
      spoiled(document, '', (path) => found.push(fieldOf(path)) > 0)
      return found
    }),
  ),
].sort()

const options: fc.Arbitrary<ExportOptions> = fc.record(
  {
    scope: fc.constantFrom('everything', 'load-balancer'),
    machines: fc.constantFrom('create', 'existing'),
    azurerm: fc.constantFrom(4, 5),
    theme: fc.constantFrom('light', 'dark'),
    background: fc.constantFrom('solid', 'transparent'),
    base: random,
  } as const,
  { requiredKeys: [] },
)

async function expectSound(exporter: Exporter, document: TopologyDocument, given: ExportOptions) {
  for (const { language, text } of exporter.export(document, given).files) {
    if (exporter.id === 'json') expect(JSON.parse(text)).toBeDefined()
    // A text of a picture may have several lines: it is escaped.
    else if (language !== 'svg') expect(text).not.toMatch(/^\s*pwned/m)
    if (parsedLanguages.includes(language)) expect(await syntaxProblem(language, text), text).toBeUndefined()
  }
}

describe.each(exporters.map((one) => [one.id, one] as const))('%s', (_id, exporter) => {
  it('keeps hostile names inside strings and comments', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scenarios), hostile, async ({ document }, text) => {
        await expectSound(exporter, spoiled(document, text, names), {
          findings: findingWith(text),
          link: '#1.a',
        })
      }),
      { numRuns: 4 },
    )
  }, 120_000)

  it('writes sound files whatever text a field holds', async () => {
    const documents = [wide, ...scenarios.slice(0, 3).map(({ document }) => document)]
    for (const field of fieldNames) {
      const [document = wide] = documents.filter((one) => JSON.stringify(one).includes(`"${field}"`))
      await expectSound(
        exporter,
        spoiled(document, breaksOut, (path) => fieldOf(path) === field),
        {},
      )
    }
  }, 120_000)

  it('writes sound files of any document with any choices', async () => {
    await fc.assert(
      fc.asyncProperty(
        random,
        options,
        hostile,
        fc.subarray(fieldNames, { maxLength: 3 }),
        async (document, given, text, fields) => {
          const other = spoiled(document, text, (path) => fields.includes(fieldOf(path)))
          await expectSound(exporter, other, { ...given, findings: findingWith(text) })
        },
      ),
      { numRuns: 8 },
    )
  }, 120_000)
})

it('no exporter throws, whatever a document holds', () => {
  fc.assert(
    fc.property(disturbedDocuments, options, (value, given) => {
      const result = parseDocument(value)
      if (!result.ok) return
      for (const exporter of exporters) exporter.export(result.document, given)
    }),
    { numRuns: 40 },
  )
}, 120_000)
