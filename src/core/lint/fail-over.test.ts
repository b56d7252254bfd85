import { expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import { sqlAvailabilityGroup } from '../scenarios/sql-availability-group.ts'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { clusterNodes, failOver } from './fail-over.ts'
import { lint } from './lint.ts'

const { document } = sqlAvailabilityGroup
const listener = 'frontendIPConfiguration/listener'
const [sql1, sql2] = ['virtualMachine/sql1', 'virtualMachine/sql2'] as const
const holders = (of: typeof document) =>
  clusterNodes(of, listener).flatMap(({ holds, virtualMachine }) => (holds ? [virtualMachine] : []))
const errors = (of: typeof document) => lint(of).filter(({ severity }) => severity === 'error')

it('moves a cluster address to another member, there and back', () => {
  expect(holders(document)).toEqual([sql1])
  const after = applyCommands(document, failOver(document, listener, sql2))
  expect(holders(after)).toEqual([sql2])
  expect(holders(applyCommands(after, failOver(after, listener, sql1)))).toEqual([sql1])
})

it('brings no error along', () => {
  expect(errors(document)).toEqual([])
  expect(errors(applyCommands(document, failOver(document, listener, sql2)))).toEqual([])
})

it('is not for an address that every member holds', () => {
  expect(clusterNodes(twoTlsSites, 'frontendIPConfiguration/site-a')).toEqual([])
})
