import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommand } from './edit/command.ts'
import { afterEdit } from './lint/after-edit.ts'
import { examples } from './lint/examples/index.ts'
import { findIn, lint } from './lint/lint.ts'
import { documentOf } from './scenarios/builder.ts'
import { generate } from './scenarios/generate.ts'
import { scenarios } from './scenarios/index.ts'
import { pooled } from './scenarios/pooled.ts'
import { bounded, mutated } from './simulator/test-mutations.ts'
import { beside, shareable } from './test-beside.ts'
import { type Change, changesOf } from './test-changes.ts'
import type { TopologyDocument } from './topology/document.ts'
import { originOf } from './topology/lineage.ts'
import { resolve } from './topology/model.ts'

/** The same with nothing in common, so that everything is looked at anew. */
const copied = (document: TopologyDocument): TopologyDocument => ({
  ...document,
  resources: structuredClone(document.resources),
})

/** What is looked at again after an edit; `undefined` where that is everything. */
function lookAgain(before: TopologyDocument, after: TopologyDocument) {
  const origin = originOf(after.resources)
  lint(before)
  return origin && afterEdit(origin, resolve(before), after)
}

/** Findings with messages, related things and the repairs that lint rules offer. */
const written = (document: TopologyDocument) =>
  JSON.stringify(findIn(document).map(({ said, fixes }) => ({ ...said, fixes: fixes() })))

/** Findings, unless a copy has the same. */
function mistakes(document: TopologyDocument): unknown {
  const [found, anew] = [document, copied(document)].map(written)
  return found === anew ? undefined : { found, anew }
}

/** Some changes of a document, one for each field at most. */
function fewChangesOf(document: TopologyDocument): readonly Change[] {
  const byField = new Map<string, Change>()
  for (const change of changesOf(document)) {
    if (change.command.type === 'resource.set') byField.set(change.text.split(' = ')[0] ?? '', change)
  }
  const all = [...byField.values()]
  const step = Math.ceil(all.length / 40)
  return all.filter((_, index) => index % step === 0)
}

const saidOf = (document: TopologyDocument) => findIn(document).map(({ said }) => said)

it.each(scenarios.map(({ id }, index) => [id, index] as const))(
  'whatever field of %s is changed beside other diagrams, findings are those of a copy',
  (_id, index) => {
    const several = [0, 1, 2].map((more) => scenarios[(index + more) % scenarios.length]?.document)
    const document = beside(several.flatMap((one) => one ?? []))
    const [own] = several
    lint(document)
    for (const { text, command } of own ? fewChangesOf(own) : []) {
      const after = applyCommand(document, command)
      expect({ text, found: saidOf(after) }).toEqual({ text, found: saidOf(copied(after)) })
    }
  },
  60_000,
)

const scenario = fc.constantFrom(...scenarios.map(({ document }) => document))
const example = fc.constantFrom(...Object.values(examples).map(({ before }) => before))

/** Diagrams beside each other that share some of what many have in common, and picks among the changes. */
const neighbours = fc.record({
  documents: fc.array(fc.oneof(scenario, example, mutated), { minLength: 3, maxLength: 4 }),
  shared: fc.subarray([...shareable]),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
})

it('whatever is changed in one of several diagrams, findings are those of a copy', () => {
  let inPart = 0
  let steps = 0
  fc.assert(
    fc.property(neighbours, ({ documents, shared, picks }) => {
      let current = beside(documents, shared)
      lint(current)
      const changes = changesOf(current).filter(({ command }) => command.type === 'resource.set')
      const all = [current]
      for (const pick of picks) {
        const change = changes[pick % changes.length]
        // Sometimes one of the earlier documents is edited, as after going back.
        if (pick % 5 === 0) current = all[pick % all.length] ?? current
        const before = current
        if (change) current = applyCommand(current, change.command)
        if (current === before) continue
        all.push(current)
        steps++
        if (lookAgain(before, current)) inPart++
        expect({ change, mistakes: mistakes(current) }).toEqual({ change, mistakes: undefined })
      }
    }),
    { ...bounded, numRuns: 40, interruptAfterTimeLimit: 40_000 },
  )
  expect(inPart).toBeGreaterThan(steps / 3)
}, 120_000)

it('a machine that lists its NICs in another order has another place in a sentence', () => {
  const pair = scenarios.find(({ id }) => id === 'linux-loopback')?.document
  const several = beside(pair ? [pair, pair, pair] : [])
  const document = documentOf('Later NIC', several.resources, {
    'networkInterface/more': { name: 'more', virtualMachine: 'virtualMachine/ub1' },
    'ipConfiguration/more': {
      name: 'more',
      networkInterface: 'networkInterface/more',
      subnet: 'subnet/snet',
      primary: true,
      privateIPAddress: '10.0.0.77',
    },
  })
  const id = 'networkInterface/ub1-nic'
  const after = applyCommand(document, { type: 'resource.set', id, path: 'virtualMachine' })
  expect(lookAgain(document, after)).toBeDefined()
  expect(mistakes(after)).toBeUndefined()
})

/** A document and picks among the changes that are possible each time. */
const edits = fc.record({
  document: fc.oneof(
    fc.constantFrom(...scenarios.map(({ document }) => document)),
    fc
      .record({ rules: fc.integer({ min: 1, max: 12 }), machines: fc.integer({ min: 1, max: 8 }) })
      .map(({ rules, machines }) => generate(rules, machines)),
    mutated,
  ),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
})

const isInGuest = ({ command }: Change) =>
  command.type === 'resource.set' &&
  (/^(listener|loopbackInterface)\//.test(command.id) || command.path.startsWith('guest.'))

it('after edit upon edit findings are those of a copy', () => {
  fc.assert(
    fc.property(edits, ({ document, picks }) => {
      let current = copied(document)
      lint(current)
      for (const pick of picks) {
        const all = changesOf(current)
        const inGuests = all.filter(isInGuest)
        const candidates = pick % 4 > 0 && inGuests.length > 0 ? inGuests : all
        const change = candidates[Math.floor(pick / 4) % candidates.length]
        if (!change) continue
        current = applyCommand(current, change.command)
        expect({ change, mistakes: mistakes(current) }).toEqual({ change, mistakes: undefined })
      }
    }),
    { ...bounded, numRuns: 60 },
  )
}, 60_000)

describe('an edit in a large diagram', () => {
  const document = pooled({ frontends: 12, rules: 24, machines: 40, members: 10 })
  const some = (type: string) => Object.keys(document.resources).find((id) => id.startsWith(`${type}/`)) ?? ''
  const edited = (type: string, path: string, value: unknown) =>
    applyCommand(document, { type: 'resource.set', id: some(type), path, value })

  it.each([
    ['listener', 'port', 4711],
    ['loopbackInterface', 'addresses', ['10.9.9.9/32']],
    ['networkInterface', 'guest.weakHostSend', true],
    ['networkInterface', 'name', 'other'],
    ['virtualMachine', 'guest.os', 'linux'],
    ['virtualMachine', 'guest', undefined],
    ['virtualMachine', 'name', 'other'],
    ['ipConfiguration', 'privateIPAddress', '10.0.200.4'],
    ['backendAddressPool', 'name', 'other'],
    ['loadBalancingRule', 'backendPort', 4711],
    ['loadBalancingRule', 'enableFloatingIP', false],
    ['loadBalancingRule', 'probe', undefined],
    ['frontendIPConfiguration', 'privateIPAddress', '10.1.200.4'],
  ])('of a %s (%s) concerns its neighbourhood only', (type, path, value) => {
    const part = lookAgain(document, edited(type, path, value))
    expect([...(part?.ids ?? [])]).toContain(some(type))
    expect(part?.ids.size).toBeLessThan(Object.keys(document.resources).length / 3)
  })

  it.each([
    ['subnet', 'addressPrefix', '10.0.0.0/9'],
    ['virtualNetwork', 'name', 'other'],
    ['loadBalancer', 'sku', 'Basic'],
    // Every rule of this diagram uses it.
    ['probe', 'port', 8081],
    // It makes the load balancer public.
    ['frontendIPConfiguration', 'publicIPPrefix', 'publicIPPrefix/some'],
  ])('of a %s (%s) concerns everything', (type, path, value) => {
    expect(lookAgain(document, edited(type, path, value))).toBeUndefined()
  })

  it('that joins two neighbourhoods is found in both', () => {
    const pools = Object.keys(document.resources).filter((id) => id.startsWith('backendAddressPool/'))
    const after = edited('loadBalancingRule', 'backendAddressPool', pools[1])
    expect(mistakes(after)).toBeUndefined()
    const ids = lookAgain(document, after)?.ids
    expect(pools.filter((id) => ids?.has(id))).toEqual(pools.slice(0, 2))
  })

  it('of the highest address of a subnet changes who calls everywhere', () => {
    const taken = edited('ipConfiguration', 'privateIPAddress', '10.255.255.254')
    expect(lookAgain(document, taken)).toBeUndefined()
    expect(mistakes(taken)).toBeUndefined()
  })
})
