import { describe, expect, it } from 'vitest'
import { sqlAvailabilityGroup } from '../../scenarios/sql-availability-group.ts'
import { patch } from '../../topology/document.ts'
import { guestLinux } from '../guest-linux/index.ts'
import { syntaxProblem } from '../test-parsers.ts'
import { guestCluster } from './index.ts'

const onLinux = ['sql1', 'sql2'].reduce(
  (document, name) => patch(document, `virtualMachine/${name}`, { guest: { os: 'linux' } }),
  sqlAvailabilityGroup.document,
)

describe('cluster addresses on Linux', () => {
  it('are written for Pacemaker', async () => {
    const { files, notes } = guestCluster.export(onLinux)
    expect(files.map(({ name }) => name)).toEqual(['pacemaker.sh'])
    expect(notes).toEqual([])
    const text = files[0]?.text ?? ''
    expect(text).toContain('  add listener 10.0.0.10 32 59999\n')
    expect(text).toContain('  add cluster 10.0.0.11 32 58888\n')
    expect(await syntaxProblem('shell', text)).toBeUndefined()
    await expect(text).toMatchFileSnapshot('../__golden__/pacemaker.sh')
  })

  it('stand on no interface of a guest', () => {
    for (const { text } of guestLinux.export(onLinux).files) expect(text).not.toMatch(/10\.0\.0\.1[01]\b/)
  })
})
