import { expect, it } from 'vitest'
import { scriptLines } from './guest-script.ts'

it('counts what the scripts’ trial leaves out, and why', () => {
  const report = { name: 'one', machine: 'web', expected: 2, answered: 2, problems: [] }
  const lines = scriptLines(
    [
      { ...report, leftOut: ['a cluster', 'UDP'] },
      { ...report, leftOut: ['UDP'] },
    ],
    { tried: 3, all: 10 },
  )
  expect(lines.slice(lines.indexOf('Left out of the scripts’ trial, because') + 1)).toEqual([
    '       1  flows: a cluster',
    '       2  flows: UDP',
    '       1  guests: the diagram adds nothing to them, so there is no script',
    '       7  guests: generated ones beyond those whose scripts are run',
  ])
})

it('says nothing of that kind where nothing is left out', () => {
  const report = { name: 'one', machine: 'web', expected: 1, answered: 1, leftOut: [], problems: [] }
  expect(scriptLines([report], { tried: 1, all: 1 }).join('\n')).not.toContain('Left out')
})
