import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommand, applyCommands } from './edit/command.ts'
import { guestEditOf } from './lint/guest-edit.ts'
import { findIn, lint } from './lint/lint.ts'
import { generate } from './scenarios/generate.ts'
import { scenarios } from './scenarios/index.ts'
import { bounded, mutated } from './simulator/test-mutations.ts'
import { type Change, changesOf } from './test-changes.ts'
import type { TopologyDocument } from './topology/document.ts'

/** The same with nothing in common, so that everything is looked at anew. */
const copied = (document: TopologyDocument): TopologyDocument => ({
  ...document,
  resources: structuredClone(document.resources),
})

/** Findings with messages, related things and the repairs that lint rules offer. */
const written = (document: TopologyDocument) =>
  JSON.stringify(findIn(document).map(({ said, fixes }) => ({ ...said, fixes: fixes() })))

/** Findings, unless a copy has the same. */
function mistakes(document: TopologyDocument): unknown {
  const [found, anew] = [document, copied(document)].map(written)
  return found === anew ? undefined : { found, anew }
}

/** Every change of a document, but few of those that set the same field to another value. */
function fewChangesOf(document: TopologyDocument): readonly Change[] {
  const seen = new Map<string, number>()
  return changesOf(document).filter(({ text }) => {
    const field = text.split(' = ')[0] ?? ''
    const count = seen.get(field) ?? 0
    seen.set(field, count + 1)
    return count < 2
  })
}

it.each(scenarios.map(({ id, document }) => [id, document] as const))(
  'whatever field of %s is changed, findings are those of a copy',
  (_id, document) => {
    for (const { text, command } of fewChangesOf(document)) {
      const before = { ...document, resources: { ...document.resources } }
      lint(before)
      const after = applyCommands(before, [command])
      expect({ text, mistakes: mistakes(after) }).toEqual({ text, mistakes: undefined })
    }
  },
  60_000,
)

it('a good part of these edits is inside a guest', () => {
  const inside = scenarios.filter(({ document }) =>
    fewChangesOf(document).some(({ command }) => guestEditOf(applyCommand(document, command).resources)),
  )
  expect(inside.length).toBeGreaterThan(scenarios.length / 2)
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

describe('an edit', () => {
  const [first] = scenarios
  const document = first?.document as TopologyDocument
  const ids = Object.keys(document.resources)
  const edited = (id: string | undefined, path: string, value: unknown) =>
    applyCommand(document, { type: 'resource.set', id: id ?? '', path, value })
  const some = (type: string) => ids.find((id) => id.startsWith(`${type}/`))

  it.each([
    ['listener', 'port', 4711],
    ['loopbackInterface', 'addresses', ['10.9.9.9/32']],
    ['networkInterface', 'guest.weakHostSend', true],
    ['virtualMachine', 'guest.rpFilter', 2],
  ])('of a %s is one inside a guest', (type, path, value) => {
    expect(guestEditOf(edited(some(type), path, value).resources)).toMatchObject({ id: some(type) })
  })

  it.each([
    ['listener', 'virtualMachine', 'virtualMachine/other'],
    ['networkInterface', 'name', 'other'],
    ['networkInterface', 'networkSecurityGroup', undefined],
    ['virtualMachine', 'name', 'other'],
    ['virtualMachine', 'guest', undefined],
    ['virtualMachine', 'guest.connections', [{ name: 'call', to: '10.0.0.101', protocol: 'Tcp', port: 443 }]],
    ['loadBalancingRule', 'backendPort', 4711],
  ])('of the field of a %s %s is none', (type, path, value) => {
    expect(guestEditOf(edited(some(type), path, value).resources)).toBeUndefined()
  })
})
