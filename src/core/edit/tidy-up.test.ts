import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scenarios } from '../scenarios/index.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { applyCommands } from './command.ts'
import { nodeTypeOf } from './containers.ts'
import { boxesOf } from './node-boxes.ts'
import { untidy } from './test-tidy.ts'
import { tidyUp } from './tidy-up.ts'

const tidied = (document: TopologyDocument, order?: ReadonlyMap<string, number>) =>
  applyCommands(document, [tidyUp(document, order)])

/** The same diagram with everything somewhere else. */
const scattered = (document: TopologyDocument, places: readonly number[]): TopologyDocument => ({
  ...document,
  layout: Object.fromEntries(
    Object.keys(document.resources)
      .filter((id) => nodeTypeOf(id) !== undefined)
      .map((id, index) => [
        id,
        {
          ...document.layout[id],
          x: (places[index % places.length] ?? 0) * 8,
          y: (places[(index + 1) % places.length] ?? 0) * 8,
        },
      ]),
  ),
})

describe('tidying up', () => {
  it('leaves nothing on top of each other or outside of its frame, wherever things stood, and does the same twice', () => {
    const places = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 1, maxLength: 9 })
    const documents = fc.constantFrom(...scenarios.map(({ document }) => document))
    fc.assert(
      fc.property(documents, places, (document, given) => {
        const once = tidied(scattered(document, given))
        expect(untidy(once, boxesOf(once))).toEqual([])
        expect(once.resources).toBe(document.resources)
        expect(tidied(once)).toEqual(once)
      }),
      { seed: 11, numRuns: 100 },
    )
  })

  it('goes from left to right: clients, frontends, rules, pools, machines', () => {
    for (const { document } of scenarios) {
      const { layout } = tidied(document)
      const columns = [
        'client',
        'frontendIPConfiguration',
        'loadBalancingRule',
        'backendAddressPool',
        'virtualMachine',
      ]
      const xs = columns.map((type) =>
        Object.keys(document.resources).flatMap((id) =>
          nodeTypeOf(id) === type ? (layout[id]?.x ?? 0) : [],
        ),
      )
      const filled = xs.filter((list) => list.length > 0)
      for (const [index, list] of filled.slice(1).entries())
        expect(Math.min(...list)).toBeGreaterThan(Math.max(...(filled[index] ?? [])))
    }
  })

  it('keeps the colours of frontends and folded pools', () => {
    const swapped: TopologyDocument = {
      ...twoTlsSites,
      layout: {
        ...twoTlsSites.layout,
        'frontendIPConfiguration/site-a': { x: 0, y: 0, identity: 5 },
        'backendAddressPool/web-pool': { x: 0, y: 0, collapsed: true },
      },
    }
    const { layout } = tidied(swapped)
    expect(layout['frontendIPConfiguration/site-a']?.identity).toBe(5)
    expect(layout['backendAddressPool/web-pool']?.collapsed).toBe(true)
  })

  it('puts siblings in the order that is asked for', () => {
    const order = new Map([
      ['virtualMachine/web2', 0],
      ['virtualMachine/web1', 1],
    ])
    const { layout } = tidied(twoTlsSites, order)
    expect(layout['virtualMachine/web2']?.y).toBeLessThan(layout['virtualMachine/web1']?.y ?? 0)
  })
})
