import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { applyCommands } from '../../core/edit/command.ts'
import { judge } from '../../core/lint/accepted.ts'
import { lint } from '../../core/lint/lint.ts'
import { scenarios } from '../../core/scenarios/index.ts'
import type { TopologyDocument } from '../../core/topology/document.ts'
import { serializeDocument } from '../../core/topology/serialize.ts'
import type { Checked } from './reporter.ts'
import { sarif } from './sarif.ts'

/** An object with these properties and no other; those with a question mark may be missing. */
function object(properties: { readonly [name: string]: object }): object {
  const named = Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema] as const)
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(named),
  }
}

const list = (items: object, least = 0) => ({ type: 'array', minItems: least, uniqueItems: true, items })
const one = (...values: readonly string[]) => ({ enum: values })
const words = { type: 'string', minLength: 1 }
const number = { type: 'integer', minimum: 1 }
const message = object({ text: words })
const level = one('none', 'note', 'warning', 'error')
// RFC 3986: what may stand in a reference. A relative one is a path without a colon in its first part.
const uri = {
  type: 'string',
  pattern: "^(file:///)?([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$",
}
const artifactLocation = object({ uri })
const location = object({
  physicalLocation: object({ artifactLocation, region: object({ startLine: number }) }),
  logicalLocations: list(object({ fullyQualifiedName: words, kind: words }), 1),
})
const replacement = object({
  deletedRegion: object({ startLine: number, startColumn: number, endLine: number, endColumn: number }),
  insertedContent: object({ text: { type: 'string' } }),
})
const fix = object({
  description: message,
  artifactChanges: list(object({ artifactLocation, replacements: list(replacement, 1) }), 1),
})
const result = object({
  ruleId: words,
  level,
  message,
  locations: list(location, 1),
  relatedLocations: list(location),
  properties: object({
    class: one('traffic', 'deployment', 'hazard', 'advice'),
    confidence: words,
    'armCode?': words,
  }),
  'fixes?': list(fix, 1),
  'suppressions?': list(object({ kind: one('inSource', 'external'), justification: words }), 1),
})
const lintRule = object({
  id: words,
  shortDescription: message,
  fullDescription: message,
  help: message,
  'helpUri?': { type: 'string', pattern: '^https://' },
  defaultConfiguration: object({ level }),
  properties: object({ confidence: words, 'armCodes?': list(words, 1) }),
})
/** As much of SARIF 2.1.0 (OASIS, sections 3.13 to 3.57) as is written, and nothing else. */
const log = object({
  $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
  version: { const: '2.1.0' },
  runs: {
    ...list(
      object({
        columnKind: one('utf16CodeUnits', 'unicodeCodePoints'),
        tool: object({ driver: object({ name: words, rules: list(lintRule, 1) }) }),
        results: { type: 'array', items: result },
      }),
      1,
    ),
  },
})

const isLog = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(log)

function checkedAs(file: string, document: TopologyDocument): Checked {
  const { open, accepted } = judge(document, lint(document))
  return { file, text: serializeDocument(document), document, diagnostics: open, suppressed: accepted }
}

const written = (...checked: readonly Checked[]) => JSON.parse(sarif(checked, { base: '' }))

describe('SARIF', () => {
  it.each(scenarios.map(({ id, document }) => [id, document] as const))(
    'of %s has the shape of the standard',
    (id, document) => {
      const first = written(checkedAs(`${id}.json`, document))
      isLog(first)
      expect(isLog.errors).toBeNull()
      const [accepted] = lint(document)
      if (!accepted) return
      const { rule, resource } = accepted
      const suppressions = [{ rule, resource, reason: 'A lab.' }]
      isLog(written(checkedAs(`${id}.json`, { ...document, suppressions })))
      expect(isLog.errors).toBeNull()
    },
  )

  it('of no finding, and of several files, has the shape of the standard', () => {
    const all = scenarios.map(({ id, document }) => checkedAs(`${id}.json`, document))
    for (const some of [all, all.filter(({ diagnostics }) => diagnostics.length === 0)]) {
      isLog(written(...some))
      expect(isLog.errors).toBeNull()
    }
  })

  it('names only lint rules that it describes, and only lines that the file has', () => {
    for (const { id, document } of scenarios) {
      const checked = checkedAs(`${id}.json`, document)
      const [{ tool, results }] = written(checked).runs
      const known = tool.driver.rules.map((one: { id: string }) => one.id)
      const lines = checked.text.split('\n').length
      for (const { ruleId, locations, fixes = [] } of results) {
        expect(known).toContain(ruleId)
        expect(locations[0].physicalLocation.region.startLine).toBeLessThanOrEqual(lines)
        for (const { artifactChanges } of fixes) {
          const { startLine, endLine } = artifactChanges[0].replacements[0].deletedRegion
          expect(startLine).toBeLessThanOrEqual(endLine)
          expect(endLine).toBeLessThanOrEqual(lines)
        }
      }
    }
  })

  it.each([
    ['a b#c?.json', 'a%20b%23c%3F.json'],
    [path.join('..', 'c:d', 'é.json'), '../c%3Ad/%C3%A9.json'],
    ['/a b/c#d.json', 'file:///a%20b/c%23d.json'],
    ['-', 'stdin'],
  ])('writes the file %s as %s', (file, expected) => {
    const broken = scenarios.find(({ document }) => lint(document).length > 0)
    if (!broken) throw new Error('Every scenario is free of findings.')
    const document = applyCommands(broken.document, [{ type: 'document.rename', name: file }])
    const log = written(checkedAs(file, document))
    isLog(log)
    expect(isLog.errors).toBeNull()
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(expected)
  })
})
