import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands } from './edit/command.ts'
import { knownNormal } from './lint/known-normal/index.ts'
import { scenarios } from './scenarios/index.ts'
import { disagreements } from './test-agreement.ts'
import { disagreementsFound } from './test-agreement-cases.ts'
import { changesOf } from './test-changes.ts'
import type { TopologyDocument } from './topology/document.ts'

/** Where changes start: the scenarios, and what must stay free of findings. */
const starts: readonly { readonly id: string; readonly document: TopologyDocument }[] = [
  ...scenarios,
  ...Object.entries(knownNormal).map(([id, document]) => ({ id, document })),
]

const documentOf = (start: string): TopologyDocument => {
  const found = starts.find(({ id }) => id === start)
  if (!found) throw new Error(`There is no scenario “${start}”.`)
  return found.document
}

/** A scenario, or a configuration known to work, with one to three changes of single fields. */
const changedScenario = fc
  .tuple(
    fc.nat({ max: starts.length - 1 }),
    fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([index, picks]) => {
    const scenario = starts[index]
    let document = scenario?.document as TopologyDocument
    const texts = [scenario?.id]
    for (const pick of picks) {
      const changes = changesOf(document)
      const change = changes[pick % changes.length]
      if (!change) break
      document = applyCommands(document, [change.command])
      texts.push(change.text)
    }
    return { text: texts.join('; '), document }
  })

describe('linter and simulator', () => {
  it.each(starts.map(({ id, document }) => [id, document] as const))('agree about %s', (_id, document) => {
    expect(disagreements(document)).toEqual([])
  })

  it.each(disagreementsFound)('agree again: %s', (_what, scenario, commands) => {
    const document = documentOf(scenario)
    const after = applyCommands(document, commands)
    expect(after).not.toBe(document)
    expect(disagreements(after)).toEqual([])
  })

  it('agree whatever field is changed', { timeout: 60_000 }, () => {
    let completed = 0
    fc.assert(
      fc.property(changedScenario, ({ text, document }) => {
        expect({ text, disagreements: disagreements(document) }).toEqual({ text, disagreements: [] })
        completed++
      }),
      { seed: 20_251_123, numRuns: 800, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    )
    expect(completed).toBeGreaterThan(150)
  })
})
