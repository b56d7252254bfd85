import { expect, it } from 'vitest'
import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { applyCommands } from './command.ts'
import { duplicate } from './copy/paste.ts'
import { created } from './create.ts'
import { foldPool } from './fold-pool.ts'
import { boxesOf } from './node-boxes.ts'
import { poolLines } from './pool-lines.ts'
import { untidy } from './test-tidy.ts'

it.each([
  [0, undefined, 1],
  [8, true, 8],
  [9, undefined, 9],
  [9, true, 1],
  [9, false, 10],
])('%i members, collapsed %s: %i lines', (count, collapsed, lines) => {
  expect(poolLines(count, collapsed)).toBe(lines)
})

/** A site with twelve machines, and a second pool below the first. */
function twelve(): TopologyDocument {
  let document = emptyDocument()
  for (const kind of ['internalFrontend', 'loadBalancingRule', 'virtualMachine'] as const)
    document = created(document, kind)
  for (let machine = 1; machine < 12; machine++) {
    const result = duplicate(document, [`virtualMachine/vm${machine}`])
    if ('commands' in result) document = applyCommands(document, result.commands)
  }
  return created(document, 'backendAddressPool')
}

it('makes room for all members, and gives it back when they are folded', () => {
  const document = twelve()
  const pool = 'backendAddressPool/pool-1'
  const height = (one: TopologyDocument) => boxesOf(one).get(pool)?.height ?? 0
  const all = foldPool(document, pool, false)
  expect(all.label).toBe('Show the members of pool-1')
  const open = applyCommands(document, all.commands)
  expect(height(open)).toBe(height(document) + 4 * 24)
  expect(untidy(open, boxesOf(open))).toEqual([])
  const folded = applyCommands(open, foldPool(open, pool, true).commands)
  expect(height(folded)).toBeLessThan(height(document))
  expect(folded.layout[pool]?.collapsed).toBe(true)
  const again = applyCommands(folded, foldPool(folded, pool, undefined).commands)
  expect(again.layout[pool]).not.toHaveProperty('collapsed')
  expect(height(again)).toBe(height(document))
})
