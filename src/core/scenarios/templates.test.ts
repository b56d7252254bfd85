import { describe, expect, it } from 'vitest'
import { intendedFlows } from '../simulator/intended-flows.ts'
import { isAnswered } from '../simulator/is-answered.ts'
import { simulate } from '../simulator/simulate.ts'
import { scenarios } from './index.ts'
import { templates, templateUses } from './templates.ts'

describe('templates', () => {
  it('are at least ten, each a scenario of the list, each once', () => {
    const ids = templates.map(({ scenario }) => scenario.id)
    expect(ids.length).toBeGreaterThanOrEqual(10)
    expect(new Set(ids).size).toBe(ids.length)
    expect(templates.every(({ scenario }) => scenarios.includes(scenario))).toBe(true)
  })

  it('cover every use', () => {
    expect([...new Set(templates.map(({ use }) => use))]).toEqual([...templateUses])
  })

  it.each(templates.map((template) => [template.scenario.id, template] as const))(
    '%s has expected verdicts, and a lesson just where it starts broken',
    (_id, { scenario, lesson }) => {
      const { document, flows, refusedWith = [] } = scenario
      expect(flows.length + refusedWith.length).toBeGreaterThan(0)
      const fails = intendedFlows(document).some(
        (flow) => isAnswered(document, simulate(document, flow)) === 'no',
      )
      expect(lesson !== undefined).toBe(fails || refusedWith.length > 0)
    },
  )
})
