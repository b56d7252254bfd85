import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands, type Command } from './edit/command.ts'
import { scenarios } from './scenarios/index.ts'
import { disagreements } from './test-agreement.ts'
import { changesOf } from './test-changes.ts'
import type { TopologyDocument } from './topology/document.ts'

const set = (id: string, path: string, value?: unknown): Command => ({
  type: 'resource.set',
  id,
  path,
  ...(value === undefined ? {} : { value }),
})
const remove = (id: string): Command => ({ type: 'resource.remove', id })

const documentOf = (scenario: string): TopologyDocument => {
  const found = scenarios.find(({ id }) => id === scenario)
  if (!found) throw new Error(`There is no scenario “${scenario}”.`)
  return found.document
}

/** Every disagreement that was ever found, with what was wrong. */
const found: readonly (readonly [what: string, scenario: string, commands: readonly Command[]])[] = [
  [
    'the simulator did not take addresses inside a short prefix on lo for local',
    'public-site-missing-on-one-vm',
    [set('loopbackInterface/vm2-lo', 'addresses.0', '65.52.0.1/24')],
  ],
  [
    'a client drawn with the address of a guest gets its own packet back',
    'first-view',
    [set('client/app-tier', 'ipAddress', '10.0.0.4')],
  ],
  [
    'a global load balancer without regions answers nobody',
    'first-view',
    [set('loadBalancer/lb-web', 'tier', 'Global')],
  ],
  [
    'a second member of one VM is not judged by the probe of the VM',
    'first-view',
    [set('networkInterface/web2-nic', 'virtualMachine', 'virtualMachine/web1')],
  ],
  [
    'without a subnet nobody is meant to call an internal frontend',
    'floating-ip-on-secondary-ipconfig',
    [remove('subnet/snet')],
  ],
  [
    'a security group stops probes of a NIC that belongs to no VM',
    'security-group-for-members-only',
    [remove('virtualMachine/ub1')],
  ],
  [
    'a member calls a port that no rule takes',
    'sql-availability-group',
    [set('virtualMachine/sql2', 'guest.connections.0.port', 4711)],
  ],
  [
    'a NAT range that ends before it begins takes nothing',
    'inbound-nat-to-pool',
    [set('inboundNatRule/ssh', 'frontendPortRangeEnd', 22)],
  ],
  [
    'a cluster address that nobody holds, with every probe down, floating or not',
    'sql-listener-without-floating-ip',
    [set('networkInterface/sql1-nic', 'guest.addresses', []), remove('listener/sql1-2')],
  ],
  [
    'a guest holds the address of another one that calls it',
    'sql-listener-without-floating-ip',
    [set('networkInterface/sql1-nic', 'guest.addresses.0', '10.0.0.8/32')],
  ],
]

/** A scenario with one to three changes of single fields. */
const changedScenario = fc
  .tuple(
    fc.nat({ max: scenarios.length - 1 }),
    fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 3 }),
  )
  .map(([index, picks]) => {
    const scenario = scenarios[index]
    let document = scenario?.document as TopologyDocument
    const texts = [scenario?.id]
    for (const pick of picks) {
      const changes = changesOf(document)
      const change = changes[pick % changes.length]
      if (!change) break
      document = applyCommands(document, [change.command])
      texts.push(change.text)
    }
    return { text: texts.join('; '), document }
  })

describe('linter and simulator', () => {
  it.each(scenarios.map(({ id, document }) => [id, document] as const))('agree about %s', (_id, document) => {
    expect(disagreements(document)).toEqual([])
  })

  it.each(found)('agree again: %s', (_what, scenario, commands) => {
    const document = documentOf(scenario)
    const after = applyCommands(document, commands)
    expect(after).not.toBe(document)
    expect(disagreements(after)).toEqual([])
  })

  it('agree whatever field of a scenario is changed', { timeout: 60_000 }, () => {
    let completed = 0
    fc.assert(
      fc.property(changedScenario, ({ text, document }) => {
        expect({ text, disagreements: disagreements(document) }).toEqual({ text, disagreements: [] })
        completed++
      }),
      { seed: 20_251_123, numRuns: 800, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    )
    expect(completed).toBeGreaterThan(150)
  })
})
