import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyCommand } from '../edit/command.ts'
import { scenarios } from '../scenarios/index.ts'
import { changesOf } from '../test-changes.ts'
import type { TopologyDocument } from './document.ts'
import { resolve } from './model.ts'
import { resourceTypeNames } from './resource-type.ts'

/** Everything that the lookups of a document say. */
function answers({ resources }: Pick<TopologyDocument, 'resources'>) {
  const model = resolve({ resources })
  const ids = [...Object.keys(resources), 'virtualMachine/none', 'oops']
  return {
    entries: model.entries,
    lists: resourceTypeNames.map((type) => model.all(type)),
    each: ids.map((id) => [
      model.get(id),
      model.find('listener', id),
      model.nameOf(id),
      model.referrersTo(id),
      model.loopbacksOf(id),
      model.listenersOf(id),
      model.interfacesOf(id),
      model.ipConfigurationsOf(id),
      model.rulesOfFrontend(id),
      model.frontendsOf(id),
      model.membersOf(id),
      model.frontendAddress(id),
    ]),
  }
}

it('answers after edits as if nothing had been known before', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...scenarios),
      fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      ({ document }, choices) => {
        let current: TopologyDocument = document
        answers(current)
        for (const choice of choices) {
          const changes = changesOf(current)
          const change = changes[choice % changes.length]
          if (!change) return
          current = applyCommand(current, change.command)
          expect(answers(current), change.text).toEqual(
            answers({ resources: structuredClone(current.resources) }),
          )
        }
      },
    ),
    { numRuns: 60 },
  )
})

it('keeps the objects of what an edit did not touch', () => {
  const document = scenarios[0]?.document as TopologyDocument
  const before = resolve(document)
  const [machine, other] = before.all('virtualMachine')
  const after = resolve(
    applyCommand(document, { type: 'resource.set', id: machine?.id ?? '', path: 'name', value: 'new' }),
  )
  expect(after.find('virtualMachine', machine?.id)?.name).toBe('new')
  expect(after.find('virtualMachine', other?.id)).toBe(other)
  expect(after.all('listener')).toBe(before.all('listener'))
})
