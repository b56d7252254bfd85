import { expect, it } from 'vitest'
import { emptyDocument, type TopologyDocument } from '../topology/document.ts'
import { arranged } from './arrange.ts'
import { applyCommands } from './command.ts'
import { duplicate } from './copy/paste.ts'
import { created } from './create.ts'
import { fold } from './fold.ts'
import { boxesOf } from './node-boxes.ts'
import { poolLines } from './pool-lines.ts'
import { untidy } from './test-tidy.ts'
import { tidyUp } from './tidy-up.ts'

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
  const all = fold(document, pool, false)
  expect(all.label).toBe('Show the members of pool-1')
  const open = applyCommands(document, all.commands)
  expect(height(open)).toBe(height(document) + 4 * 24)
  expect(untidy(open, boxesOf(open))).toEqual([])
  const folded = applyCommands(open, fold(open, pool, true).commands)
  expect(height(folded)).toBeLessThan(height(document))
  expect(folded.layout[pool]?.collapsed).toBe(true)
  const again = applyCommands(folded, fold(folded, pool, undefined).commands)
  expect(again.layout[pool]).not.toHaveProperty('collapsed')
  expect(height(again)).toBe(height(document))
})

/** A machine with twelve services, and another one below it. */
function manyListeners(): TopologyDocument {
  let document = created(created(emptyDocument(), 'virtualMachine'), 'virtualMachine')
  const entries = Array.from({ length: 12 }, (_, index) => [
    `listener/l${index}`,
    { name: `a service with a long name ${index}`, virtualMachine: 'virtualMachine/vm1', port: 8000 + index },
  ])
  document = { ...document, resources: { ...document.resources, ...Object.fromEntries(entries) } }
  return applyCommands(document, [tidyUp(document)])
}

it('makes room for all listeners of a machine, and keeps it when everything is tidied up', () => {
  const document = manyListeners()
  const machine = 'virtualMachine/vm1'
  const height = (one: TopologyDocument) => boxesOf(one).get(machine)?.height ?? 0
  const all = fold(document, machine, false)
  expect(all.label).toBe('Show the listeners of vm1')
  const open = applyCommands(document, all.commands)
  expect(height(open)).toBe(height(document) + 6 * 24)
  expect(untidy(open, boxesOf(open))).toEqual([])
  const tidy = applyCommands(open, [tidyUp(open)])
  expect(tidy.layout[machine]?.collapsed).toBe(false)
  expect(untidy(tidy, boxesOf(tidy))).toEqual([])
  const again = fold(tidy, machine, undefined)
  expect(again.label).toBe('Fold the listeners of vm1')
  expect(height(applyCommands(tidy, again.commands))).toBe(height(document))
})

it('moves nothing of a diagram that was drawn without places', () => {
  const document = { ...twelve(), layout: {} }
  const before = arranged(document).layout
  const { layout } = applyCommands(document, fold(document, 'backendAddressPool/pool-1', true).commands)
  expect(layout).toEqual({
    ...before,
    'backendAddressPool/pool-1': { ...before['backendAddressPool/pool-1'], collapsed: true },
  })
})
