import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../../scenarios/index.ts'
import type { ResourceFields, TopologyDocument } from '../../topology/document.ts'
import type { ResourceType } from '../../topology/resource-type.ts'
import type { Exporter, ExportFile } from '../exporter.ts'
import { guestCluster } from '../guest-cluster/index.ts'
import { guestLinux } from '../guest-linux/index.ts'
import { guestWindows } from '../guest-windows/index.ts'
import { syntaxProblem } from '../test-parsers.ts'

/** The document with a name in every place that takes one. */
function named(document: TopologyDocument, name: string): TopologyDocument {
  const resources = Object.entries(document.resources).map(([id, fields]) => {
    const guest = (fields as { guest?: { name?: string } }).guest
    const inside = guest?.name === undefined ? {} : { guest: { ...guest, name } }
    return [id, { ...fields, name, ...inside } as ResourceFields<ResourceType>]
  })
  return { ...document, resources: Object.fromEntries(resources) }
}

const pieces = [
  "'",
  '"',
  '`',
  '\n',
  '\r\n',
  '\u2028',
  '\u0085',
  '$(touch x)',
  '*/',
  '-->',
  '#>',
  '; touch x',
  '& calc',
  '%PATH%',
  '!x!',
  '^',
  '\\',
  '‘',
  '’',
  'В',
  'EOF',
  'END',
  ']]>',
  '../..',
  '\u202e',
  '\ud800',
  '{{',
  ': ',
  'ü',
]
/** Every name holds a character that no interface may have, so that the plain and the hostile document differ in names alone. */
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => `"${parts.join('')}`)

/** The code of a file: what is left without its remarks. */
const codeOf = ({ text }: ExportFile) =>
  text.split(/\r?\n/).filter((line) => !/^\s*(#|rem )/.test(line) && !/^Description=/.test(line))

const documents = scenarios.map(({ document }) => document)
const files = (exporter: Exporter, document: TopologyDocument, name: string) =>
  exporter.export(named(document, name)).files

describe.each([guestLinux, guestWindows, guestCluster].map((one) => [one.id, one] as const))(
  '%s',
  (_id, exporter) => {
    it('writes the same commands whatever things are called', () => {
      fc.assert(
        fc.property(fc.constantFrom(...documents), hostile, (document, name) => {
          const plain = files(exporter, document, '"plain')
          const other = files(exporter, document, name)
          // Names of files follow the machine's name; the scripts quote them in remarks only.
          expect(other.map(codeOf)).toEqual(plain.map(codeOf))
        }),
        { numRuns: 60 },
      )
    })

    it('stays readable for a parser of its language', async () => {
      for (const document of documents.filter((_, index) => index % 3 !== 1)) {
        for (const one of files(exporter, document, `"${pieces.join('')}`)) {
          if (!['shell', 'powershell'].includes(one.language)) continue
          expect(await syntaxProblem(one.language, one.text), one.name).toBeUndefined()
        }
      }
    })
  },
)

describe('names that Windows takes for interfaces', () => {
  const allowed = fc
    .array(fc.constantFrom("'", '‘', '’', '`', '$(calc)', '%PATH%', '&', '^', '!', 'В', 'ü', ' a'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(''))

  it('never end their string', async () => {
    const document = documents.find(({ name }) => name.startsWith('Windows guest with a loopback'))
    expect(document).toBeDefined()
    if (!document) return
    await fc.assert(
      fc.asyncProperty(allowed, async (name) => {
        const plain = files(guestWindows, document, 'plain')
        for (const [index, one] of files(guestWindows, document, name).entries()) {
          expect(codeOf(one).length).toBe(codeOf(plain[index] ?? one).length)
          if (one.language === 'powershell') {
            expect(await syntaxProblem('powershell', one.text)).toBeUndefined()
            for (const line of codeOf(one)) expect(line).toMatch(/^[\x20-\x7e]*$/)
          } else {
            for (const line of codeOf(one)) expect((line.match(/"/g) ?? []).length % 2).toBe(0)
            for (const line of codeOf(one))
              expect(line.replaceAll('%%', '').replaceAll('%~1', '')).not.toContain('%')
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
