import { describe, expect, it } from 'vitest'
import { applyCommand } from '../edit/command.ts'
import { judge } from './accepted.ts'
import { without } from './examples/change.ts'
import { linuxPair } from './examples/documents.ts'
import { lint } from './lint.ts'

const lacking = without(linuxPair, 'loopbackInterface/vm2-lo')
const finding = { rule: 'guest-address-missing', resource: 'loadBalancingRule/web' }
const accept = (document: typeof lacking, reason: string | null) =>
  applyCommand(document, { type: 'suppression.set', ...finding, reason })
const judged = (document: typeof lacking) =>
  judge(
    document,
    lint(document).filter(({ rule }) => rule !== 'outbound-method-missing'),
  )

describe('accepting a finding', () => {
  it('takes it out of those that count and keeps the reason', () => {
    const { open, accepted } = judged(accept(lacking, 'vm2 is not ready yet.'))
    expect(open).toEqual([])
    expect(accepted).toMatchObject([{ diagnostic: finding, reason: 'vm2 is not ready yet.' }])
  })

  it('changes the reason in place and can be taken back without a trace', () => {
    const twice = accept(accept(lacking, 'One.'), 'Two.')
    expect(twice.suppressions).toEqual([{ ...finding, reason: 'Two.' }])
    expect(accept(twice, 'Two.')).toBe(twice)
    expect(accept(twice, null)).toEqual(lacking)
    expect(accept(lacking, null)).toBe(lacking)
  })

  it('is reported where nothing is found any more, with a repair that works', () => {
    const idle = accept(linuxPair, 'Old.')
    const [unused, ...others] = judged(idle).open
    expect(others).toEqual([])
    expect(unused).toMatchObject({ rule: 'suppression-unused', severity: 'info', resource: finding.resource })
    const [fix] = unused?.fixes ?? []
    expect(fix?.commands.reduce(applyCommand, idle)).toEqual(linuxPair)
  })
})
