import { expect, it } from 'vitest'
import { balance, machine, pool, probe } from '../scenarios/builder.ts'
import { probing } from '../scenarios/expectation.ts'
import { sqlAvailabilityGroup } from '../scenarios/sql-availability-group.ts'
import { patch, type Resources } from '../topology/document.ts'
import { isAnswered } from './is-answered.ts'
import { simulate } from './simulate.ts'
import { call, linux, working } from './test-outcome.ts'

const second = (fields: object): readonly Resources[] => [
  pool('m1', 'm2'),
  machine('m2', { address: '10.0.0.5' }, fields),
]
const serving = { guest: linux, loopback: ['10.0.0.100/32'], listeners: ['80'] }

it.each([
  ['every member answers', second(serving), 'yes'],
  ['one does not', second({ guest: linux }), 'no'],
  ['one is not described', second({}), 'unknown'],
  [
    'one fails and one is not described',
    [...second({}), machine('m1', { address: '10.0.0.4' }, { guest: linux })],
    'no',
  ],
  ['there is nobody', [pool()], 'no'],
] as const)('a call where %s', (_title, parts, expected) => {
  const document = working(...parts)
  expect(isAnswered(document, simulate(document, call))).toBe(expected)
})

it('does not know of a flow that cannot be read', () => {
  const document = working()
  expect(isAnswered(document, simulate(document, { ...call, from: 'nobody' }))).toBe('unknown')
})

it.each([
  ['up where it should be', 'listener', 'sql1', 'yes'],
  ['down where another VM holds the cluster address', 'listener', 'sql2', 'yes'],
] as const)('a probe %s', (_title, slug, vm, expected) => {
  const { document } = sqlAvailabilityGroup
  expect(isAnswered(document, simulate(document, probing(slug, vm)))).toBe(expected)
})

it('expects the holder of a cluster address to answer its probe', () => {
  const document = patch(sqlAvailabilityGroup.document, 'listener/sql1-2', { enabled: false })
  expect(isAnswered(document, simulate(document, probing('listener', 'sql1')))).toBe('no')
})

it('expects every member of an ordinary rule to answer its probe', () => {
  const document = working(probe('p', 9), balance('http', 'app', 80, { probe: 'probe/p' }))
  expect(isAnswered(document, simulate(document, probing('p', 'm1')))).toBe('no')
})
