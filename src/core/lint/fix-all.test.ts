import { describe, expect, it } from 'vitest'
import { applyCommands } from '../edit/command.ts'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { judge } from './accepted.ts'
import { changed, without } from './examples/change.ts'
import { linuxPair, twoSites } from './examples/documents.ts'
import { examples } from './examples/index.ts'
import { fixAllOfKind, fixEverything, repairedUnasked, wholeFixes } from './fix-all.ts'
import { grouped } from './grouped.ts'
import { lint } from './lint.ts'

const keys = (document: TopologyDocument, severity?: string) =>
  judge(document, lint(document))
    .open.filter((one) => severity === undefined || one.severity === severity)
    .map(({ rule, resource }) => `${rule} ${resource}`)

const documents: readonly (readonly [string, TopologyDocument])[] = [
  ...scenarios.map(({ id, document }) => [id, document] as const),
  ...Object.entries(examples).map(([id, { before }]) => [`example of ${id}`, before] as const),
]

describe('repairing everything that has one repair', () => {
  it.each(documents)('%s: brings no error, and leaves only what has none or a choice', (_, document) => {
    const { document: after, commands, repairs } = fixEverything(document)
    expect(applyCommands(document, commands)).toEqual(after)
    expect(repairs === 0).toBe(commands.length === 0)
    const before = keys(document, 'error')
    expect(keys(after, 'error').filter((key) => !before.includes(key))).toEqual([])
    const left = judge(after, lint(after)).open.filter((one) => one.severity === 'error')
    const unasked = repairedUnasked(grouped(left, resolve(after)), ({ fixes }) => fixes)
    expect(unasked.map(({ message }) => message)).toEqual([])
  })

  it('does not touch what follows from something that somebody has to choose', () => {
    const bound = changed(
      twoSites,
      ['loadBalancingRule/web', 'enableFloatingIP', false],
      ['loadBalancingRule/other', 'enableFloatingIP', false],
      ['listener/vm1-1', 'address', '10.0.0.100'],
      ['listener/vm2-1', 'address', '10.0.0.100'],
    )
    expect(keys(bound, 'error')).toEqual(
      expect.arrayContaining([
        'backend-port-reused loadBalancingRule/other',
        'listener-missing loadBalancingRule/web',
      ]),
    )
    const { document } = fixEverything(bound)
    expect(document.resources['listener/vm1-1']).toEqual(bound.resources['listener/vm1-1'])
  })
})

describe('repairing every finding of one kind', () => {
  const stopped = changed(without(linuxPair, 'loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'), [
    'listener/vm1-2',
    'enabled',
    false,
  ])

  it('leaves the other kinds alone', () => {
    const [first] = lint(stopped).filter(({ rule }) => rule === 'guest-address-missing')
    if (!first) throw new Error('nothing is found')
    expect(first.fixes).toHaveLength(3)
    expect(wholeFixes(first)).toHaveLength(1)
    const { document, repairs } = fixAllOfKind(stopped, first, 0)
    expect(repairs).toBe(1)
    expect(keys(document, 'error')).toEqual(['probe-port-closed probe/health'])
  })

  it('takes the choice that was made', () => {
    const { before } = examples['backend-port-reused'] ?? { before: linuxPair }
    const [first] = lint(before).filter(({ rule }) => rule === 'backend-port-reused')
    if (!first) throw new Error('nothing is found')
    expect(wholeFixes(first).length).toBeGreaterThan(1)
    for (const choice of wholeFixes(first).keys()) {
      const { document } = fixAllOfKind(before, first, choice)
      expect(document).toEqual(applyCommands(before, first.fixes[choice]?.commands ?? []))
      expect(keys(document, 'error')).toEqual([])
    }
  })
})
