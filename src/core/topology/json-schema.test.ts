import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generate } from '../scenarios/generate.ts'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { emptyDocument } from './document.ts'
import { topologySchema } from './json-schema.ts'
import { parseDocument } from './parse.ts'
import { resourceTypeNames } from './resource-type.ts'
import { disturbedDocuments } from './test-documents.ts'

const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(
  topologySchema(),
)
const accepts = (document: unknown) => validate(JSON.parse(JSON.stringify(document)))

const withProbe = (fields: object) => ({
  version: 1,
  name: 'x',
  resources: { 'probe/hp': { name: 'hp', ...fields } },
})

describe('the published JSON Schema', () => {
  it('is the one in the public folder', async () => {
    const text = `${JSON.stringify(topologySchema(), null, 2)}\n`
    await expect(text).toMatchFileSnapshot('../../../public/topology.v1.schema.json')
  })

  it.each<[string, object]>([
    ...scenarios.map(({ id, document }): [string, object] => [id, document]),
    ['a generated diagram', generate(3, 4)],
    ['an empty diagram', emptyDocument()],
    ['a document that names the schema', { $schema: './topology.v1.schema.json', ...twoTlsSites }],
    ['a field we do not know', withProbe({ mood: 'calm' })],
    ['a value newer than us', withProbe({ protocol: 'Quic' })],
    [
      'a thing of every type',
      {
        ...emptyDocument(),
        resources: Object.fromEntries(resourceTypeNames.map((type) => [`${type}/a`, { name: 'a' }])),
      },
    ],
  ])('accepts %s', (_, document) => {
    expect(accepts(document)).toBe(true)
  })

  it.each([
    ['no version', { name: 'x', resources: {} }],
    ['another version', { version: 2, name: 'x', resources: {} }],
    ['no name', { version: 1, resources: {} }],
    ['a thing without a name', { version: 1, name: 'x', resources: { 'probe/hp': {} } }],
    ['a type we do not know', { version: 1, name: 'x', resources: { 'firewall/a': { name: 'a' } } }],
    ['an id with capitals', { version: 1, name: 'x', resources: { 'probe/HP': { name: 'a' } } }],
    ['a port as text', withProbe({ port: '80' })],
    ['a protocol as a number', withProbe({ protocol: 6 })],
    ['a place without y', { ...emptyDocument(), layout: { a: { x: 1 } } }],
    ['a suppression without a reason', { ...emptyDocument(), suppressions: [{ rule: 'a', resource: 'b' }] }],
  ])('refuses %s', (_, document) => {
    expect(accepts(document)).toBe(false)
  })

  it('accepts exactly what the parser accepts', () => {
    const verdicts = { true: 0, false: 0 }
    fc.assert(
      fc.property(disturbedDocuments, (document) => {
        const parses = parseDocument(document).ok
        verdicts[`${parses}`]++
        expect(accepts(document)).toBe(parses)
      }),
      { seed: 20260201, numRuns: 1500 },
    )
    expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(200)
  })
})
