import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { examples } from './lint/examples/index.ts'
import { lint } from './lint/lint.ts'
import { lintRules } from './lint/rules/index.ts'
import { failingTrace } from './simulator/failing-trace.ts'
import { isAnswered } from './simulator/is-answered.ts'
import { simulate } from './simulator/simulate.ts'
import type { TopologyDocument } from './topology/document.ts'

const shared = ['change.ts', 'documents.ts', 'example.ts', 'index.ts']
const files = readdirSync(new URL('./lint/examples/', import.meta.url)).filter(
  (file) => !shared.includes(file),
)

const findingsOf = (document: TopologyDocument, rule: string) =>
  lint(document).filter((diagnostic) => diagnostic.rule === rule)

describe('the list of examples', () => {
  it('holds every file of the folder, named after its lint rule', () => {
    expect(
      Object.keys(examples)
        .map((id) => `${id}.ts`)
        .sort(),
    ).toEqual(files.sort())
  })

  it('has one for every lint rule', () => {
    expect(Object.keys(examples).sort()).toEqual(lintRules.map(({ id }) => id).sort())
  })
})

describe.each(Object.entries(examples))('the example of %s', (rule, { before, after, change }) => {
  it('shows the finding before and not after', () => {
    expect(findingsOf(before, rule)).not.toEqual([])
    expect(findingsOf(after, rule)).toEqual([])
    expect(change).toMatch(/^\S.{8,}[^!]\.$/)
  })

  it('is without errors afterwards', () => {
    expect(
      lint(after)
        .filter(({ severity }) => severity === 'error')
        .map((one) => one.message),
    ).toEqual([])
  })

  const stops = findingsOf(before, rule).some((one) => one.severity === 'error' && one.class === 'traffic')
  it.runIf(stops)('has a packet that dies before and none that dies after', () => {
    const trace = failingTrace(before)
    expect(trace).toBeDefined()
    if (!trace) return
    expect(failingTrace(after)).toBeUndefined()
    // A connection that is taken away or rewritten is another flow afterwards.
    const again = simulate(after, trace.flow)
    if (again.traces.length > 0 && trace.flow.kind === 'inbound') expect(isAnswered(after, again)).toBe('yes')
  })
})
