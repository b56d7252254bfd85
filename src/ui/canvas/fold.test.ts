import { expect, it } from 'vitest'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { currentDocument, edit, startWith, useDocumentStore } from '../store/document.ts'
import { fold } from './fold.ts'

const machine = 'virtualMachine/web1'

const listeners = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `listener/more-${index}`,
    {
      name: `more-${index}`,
      virtualMachine: machine,
      protocol: 'Tcp',
      address: '0.0.0.0',
      port: 9000 + index,
    },
  ]),
)
const crowded = { ...twoTlsSites, resources: { ...twoTlsSites.resources, ...listeners } }

it('unfolds the listeners of a machine as one step', async () => {
  startWith(crowded)
  await fold(machine, false)
  expect(currentDocument().layout[machine]?.collapsed).toBe(false)
  expect(useDocumentStore.getState().history.past).toHaveLength(1)
})

it('unfolds what is only looked at without a step, and asks nobody', async () => {
  const asked: string[] = []
  startWith(crowded, { readOnly: true, ask: () => asked.push('asked') })
  await fold(machine, false)
  expect(currentDocument().layout[machine]?.collapsed).toBe(false)
  expect(useDocumentStore.getState().history.past).toHaveLength(0)
  expect(asked).toEqual([])
})

it('leaves nothing behind of what was deleted before it was folded', async () => {
  startWith(crowded)
  const folded = fold(machine, false)
  edit('Delete web1', [{ type: 'resource.remove', id: machine }])
  const after = currentDocument()
  await folded
  expect(currentDocument()).toBe(after)
})
