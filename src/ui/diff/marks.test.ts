import { expect, it } from 'vitest'
import { applyCommands } from '../../core/edit/command.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { patch } from '../../core/topology/document.ts'
import { marksBetween } from './marks.ts'

const rule = 'loadBalancingRule/https-a'
const without = (id: string) => applyCommands(twoTlsSites, [{ type: 'resource.remove', id }])
const [loopback = ''] = Object.keys(twoTlsSites.resources).filter((id) => id.startsWith('loopbackInterface/'))

it('marks nothing between equal diagrams', () => {
  const { nodes, ghosts } = marksBetween(twoTlsSites, structuredClone(twoTlsSites))
  expect([nodes.size, ghosts.length]).toEqual([0, 0])
})

it('marks a changed node, and the VM of a changed row', () => {
  const { nodes } = marksBetween(twoTlsSites, patch(twoTlsSites, rule, { enableFloatingIP: false }))
  expect([...nodes]).toEqual([[rule, 'changed']])
  const { virtualMachine } = twoTlsSites.resources[loopback] as unknown as { virtualMachine: string }
  const row = patch(twoTlsSites, loopback as 'loopbackInterface/x', { name: 'other' })
  expect([...marksBetween(twoTlsSites, row).nodes]).toEqual([[virtualMachine, 'changed']])
  expect([...marksBetween(twoTlsSites, without(loopback)).nodes]).toEqual([[virtualMachine, 'changed']])
})

it('marks an added node, and shows a removed one where it stood', () => {
  const less = without(rule)
  expect(marksBetween(less, twoTlsSites).nodes.get(rule)).toBe('added')
  const { nodes, ghosts } = marksBetween(twoTlsSites, less)
  expect(nodes.has(rule)).toBe(false)
  const { x, y } = twoTlsSites.layout[rule] ?? { x: 0, y: 0 }
  expect(ghosts).toEqual([{ id: rule, name: 'https-a', x, y }])
})
