import { expect, it } from 'vitest'
import { applyCommands } from './edit/command.ts'
import { scenarios } from './scenarios/index.ts'
import { additionsOf } from './test-additions.ts'
import { brokenFixes } from './test-fixes.ts'

it.each(scenarios.map(({ id, document }) => [id, document] as const))(
  'every repair offered in %s takes its finding away and brings no error',
  (_id, document) => {
    expect(brokenFixes(document)).toEqual([])
  },
)

it('repairs work beside settings that no scenario has', { timeout: 60_000 }, () => {
  const broken = scenarios.flatMap(({ id, document }) =>
    additionsOf(document)
      // Moving the address space away from its subnets is no setting: no repair of one finding mends that.
      .filter(({ text }) => !text.includes('addressPrefixes'))
      .flatMap(({ text, command }) => {
        const found = brokenFixes(applyCommands(document, [command]))
        return found.length > 0 ? [{ id, text, found }] : []
      }),
  )
  expect(broken).toEqual([])
})
