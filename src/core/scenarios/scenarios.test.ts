import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { simulate } from '../simulator/simulate.ts'
import type { Endpoint } from '../simulator/trace.ts'
import { parseDocument } from '../topology/parse.ts'
import { referencesOf } from '../topology/references.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { scenarios } from './index.ts'

const helpers = [
  'builder',
  'expectation',
  'generate',
  'index',
  'pooled',
  'scenario',
  'templates',
  'two-tls-sites',
]

const show = ({ address, port }: Endpoint) => `${address} ${port ?? '*'}`

/** The headers of some hops, immediate repetitions left out. */
function packetsOf(hops: readonly { readonly source: Endpoint; readonly destination: Endpoint }[]): string[] {
  const texts = hops.map(({ source, destination }) => `${show(source)} > ${show(destination)}`)
  return texts.filter((text, index) => text !== texts[index - 1])
}

describe('the list of scenarios', () => {
  it('names every file of the folder', () => {
    const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => file.slice(0, -3))
      .filter((name) => !helpers.includes(name))
    expect(scenarios.map(({ id }) => id).sort()).toEqual(files.sort())
  })

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s is a document',
    (_id, scenario) => {
      const { document } = scenario
      expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, document })
      const dangling = Object.entries(document.resources).flatMap(([id, fields]) =>
        referencesOf(typeOfId(id) as ResourceType, fields).filter(
          ({ target }) => !document.resources[target],
        ),
      )
      expect(dangling).toEqual([])
    },
  )
})

const cases = scenarios.flatMap(({ id, document, flows }) =>
  flows.map(({ flow, expect: expected }, index) => [`${id} ${index + 1}`, document, flow, expected] as const),
)

describe('what becomes of each flow', () => {
  it.each(cases)('%s', (_title, document, flow, expected) => {
    const { traces, problem } = simulate(document, flow)
    expect(problem).toBeUndefined()
    expect(traces.length).toBeGreaterThan(0)
    for (const { verdict, at, reason, securityRule, hops } of traces) {
      const { packets, ...end } = expected
      expect({ verdict, at, reason, ...(securityRule === undefined ? {} : { securityRule }) }).toEqual(end)
      expect(packetsOf(hops)).toEqual(packetsOf(packets))
      expect(hops.map((hop) => hop.at)).toContain(at)
    }
  })
})
