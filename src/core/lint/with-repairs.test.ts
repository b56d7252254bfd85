import { describe, expect, it } from 'vitest'
import { applyCommands, type Command } from '../edit/command.ts'
import { scenarios } from '../scenarios/index.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { lint } from './lint.ts'

function changed(scenario: string, ...commands: readonly Command[]): TopologyDocument {
  const found = scenarios.find(({ id }) => id === scenario)
  if (!found) throw new Error(`There is no scenario “${scenario}”.`)
  return applyCommands(found.document, commands)
}

const fixesOf = (document: TopologyDocument, rule: string) =>
  lint(document)
    .filter((one) => one.rule === rule)
    .flatMap(({ fixes }) => fixes)

const errorsAfter = (document: TopologyDocument, commands: readonly Command[]) =>
  lint(applyCommands(document, commands))
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule)

describe('a repair', () => {
  it('brings along the repair of what it uncovers', () => {
    const document = changed('windows-weak-host-send-off', {
      type: 'resource.set',
      id: 'backendAddressPool/pool',
      path: 'backendIPConfigurations',
      value: [],
    })
    const [fix] = fixesOf(document, 'backend-pool-empty')
    expect(fix?.label).toBe('Put win1 into the pool pool, and enable weak host send on Loopback of win1')
    expect(errorsAfter(document, fix?.commands ?? [])).toEqual([])
  })

  it('names what follows where nothing repairs that', () => {
    const document = changed('backend-port-used-twice', {
      type: 'resource.set',
      id: 'ipConfiguration/vm1-nic-ipconfig1',
      path: 'primary',
      value: false,
    })
    const [fix] = fixesOf(document, 'backend-port-reused')
    expect(fix?.label).toMatch(/, then mend “Floating IP reaches a secondary IP configuration”$/)
    expect(errorsAfter(document, fix?.commands ?? [])).toContain('floating-ip-on-secondary-ip-configuration')
  })

  it('is offered as its lint rule makes it where it uncovers nothing', () => {
    const [fix] = fixesOf(changed('public-site-missing-on-one-vm'), 'guest-address-missing')
    expect(fix?.label).not.toMatch(/, and |then mend|that it needs/)
  })

  it('is not offered a second time in more words', () => {
    const document = changed('backend-calls-its-own-frontend', {
      type: 'resource.set',
      id: 'loadBalancingRule/floating',
      path: 'enableFloatingIP',
      value: false,
    })
    const fixes = fixesOf(document, 'loopback-address-shadows-frontend')
    const labels = fixes.map(({ label }) => label)
    expect(labels).toContain('Turn floating IP on for floating')
    expect(labels.filter((label) => label.includes('away from lo, and turn'))).toEqual([])
  })

  it('tells the NICs of one machine apart', () => {
    const document = changed('answer-by-the-wrong-nic', {
      type: 'resource.set',
      id: 'backendAddressPool/pool',
      path: 'backendIPConfigurations',
      value: [],
    })
    const labels = fixesOf(document, 'backend-pool-empty').map(({ label }) => label)
    expect(labels.length).toBeGreaterThan(1)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
