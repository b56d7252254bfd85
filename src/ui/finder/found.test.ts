import { expect, it } from 'vitest'
import { actions } from './actions.ts'
import { type Entry, matching } from './found.ts'

const entry = (label: string): Entry => ({
  id: label,
  label,
  text: label.toLowerCase(),
  run: () => undefined,
})
const entries = ['Add listener', 'Listener 443', 'Loopback adapter'].map(entry)
const labels = (text: string) => matching(entries, text).map(({ label }) => label)

it.each([
  ['', ['Add listener', 'Listener 443', 'Loopback adapter']],
  ['  ', ['Add listener', 'Listener 443', 'Loopback adapter']],
  ['LISTENER', ['Listener 443', 'Add listener']],
  ['443 list', ['Listener 443']],
  ['adapters', ['Loopback adapter']],
  ['443s', []],
  ['nothing', []],
])('“%s” finds %j', (text, found) => {
  expect(labels(text)).toEqual(found)
})

it('puts what holds the words as they were typed before what only has them all', () => {
  const rules = ['2 of 2 answer 1', 'all 1 of 2 answer'].map(entry)
  expect(matching(rules, '1 of 2').map(({ label }) => label)).toEqual([
    'all 1 of 2 answer',
    '2 of 2 answer 1',
  ])
})

it('finds what plays every packet by “play all”', () => {
  const [found] = matching(actions, 'play all')
  expect(found?.label).toBe('Play the packets of every rule at once')
})

it('offers every action once', () => {
  const names = actions.map(({ label }) => label)
  expect(new Set(names).size).toBe(names.length)
})
