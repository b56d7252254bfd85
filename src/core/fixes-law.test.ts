import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyCommands } from './edit/command.ts'
import { knownNormal } from './lint/known-normal/index.ts'
import { lint } from './lint/lint.ts'
import { scenarios } from './scenarios/index.ts'
import { additionsOf } from './test-additions.ts'
import { changesOf } from './test-changes.ts'
import { brokenFixes, stuckFixes } from './test-fixes.ts'
import type { TopologyDocument } from './topology/document.ts'

const starts: readonly { readonly id: string; readonly document: TopologyDocument }[] = [
  ...scenarios,
  ...Object.entries(knownNormal).map(([id, document]) => ({ id, document })),
]

const broken = (document: TopologyDocument) => [...brokenFixes(document), ...stuckFixes(document)]

// Moving the address space away from its subnets is no setting: no repair of one finding mends that.
const isMendable = ({ text }: { readonly text: string }) => !text.includes('addressPrefixes')

it.each(starts.map(({ id, document }) => [id, document] as const))(
  'every repair offered in %s takes its finding away, lets packets past and brings no error',
  (_id, document) => {
    expect(broken(document)).toEqual([])
  },
)

it('repairs work beside settings that no scenario has', { timeout: 60_000 }, () => {
  const found = scenarios.flatMap(({ id, document }) =>
    additionsOf(document)
      .filter(isMendable)
      .flatMap(({ text, command }) => {
        const broken = brokenFixes(applyCommands(document, [command]))
        return broken.length > 0 ? [{ id, text, broken }] : []
      }),
  )
  expect(found).toEqual([])
})

/** A scenario, or a configuration known to work, with one field changed. */
const changed = fc
  .tuple(fc.nat({ max: starts.length - 1 }), fc.nat({ max: 100_000 }))
  .map(([index, pick]) => {
    const start = starts[index]
    const changes = changesOf(start?.document as TopologyDocument).filter(isMendable)
    const change = changes[pick % changes.length]
    return { start, change }
  })

it('repairs work whatever field is changed', { timeout: 90_000 }, () => {
  let repairs = 0
  fc.assert(
    fc.property(changed, ({ start, change }) => {
      if (!start || !change) return
      const document = applyCommands(start.document, [change.command])
      expect({ id: start.id, change: change.text, broken: broken(document) }).toEqual({
        id: start.id,
        change: change.text,
        broken: [],
      })
      repairs += lint(document).flatMap(({ fixes }) => fixes).length
    }),
    { seed: 20_251_125, numRuns: 400, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
  )
  expect(repairs).toBeGreaterThan(100)
})
