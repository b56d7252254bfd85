import { describe, expect, it } from 'vitest'
import { scenarios } from '../../../core/scenarios/index.ts'
import { reachabilityByClient } from '../../../core/simulator/summary.ts'
import { resolve } from '../../../core/topology/model.ts'
import { resultOf } from '../../store/derived.ts'
import { cellFlow } from './cell-flow.ts'
import { cellsOf, cellWords, isFailing } from './cell-words.ts'
import { listedRules } from './listed-rules.ts'

describe.each(scenarios.map((one) => [one.id, one] as const))('the grid of %s', (_id, { document }) => {
  const model = resolve(document)
  const cells = listedRules(model).flatMap((rule) =>
    reachabilityByClient(document, rule.id).flatMap((reach) =>
      [...cellsOf(reach).values()].map((backend) => ({ rule, reach, backend })),
    ),
  )

  it('opens for each cell a trace that ends as the cell says', () => {
    for (const { rule, reach, backend } of cells) {
      const flow = cellFlow(document, rule.id, reach.client ?? '', backend)
      expect(flow, `${rule.name} ${backend.virtualMachine}`).toBeDefined()
      if (!flow) continue
      const { traces } = resultOf(document, flow)
      const here = traces.find((trace) => trace.backend === backend.virtualMachine) ?? traces[0]
      expect(here).toMatchObject({ verdict: backend.verdict, reason: backend.reason })
    }
  })

  it('says of each cell what happens, without a gap', () => {
    for (const { rule, reach, backend } of cells) {
      const { sentence, short } = cellWords(model, rule, reach, backend)
      expect(sentence).not.toMatch(/undefined|null|NaN/)
      expect(short).not.toBe('')
    }
  })
})

it('counts a member that waits for the cluster address as it should be', () => {
  const found = scenarios.find(({ id }) => id === 'sql-availability-group')
  const document = found?.document ?? { version: 1, name: '', resources: {}, layout: {} }
  const model = resolve(document)
  for (const rule of listedRules(model)) {
    const [reach] = reachabilityByClient(document, rule.id)
    expect(reach?.answered).toBe(1)
    expect(reach && isFailing(model, rule, reach)).toBe(false)
  }
})
