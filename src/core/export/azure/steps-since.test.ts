import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyCommands } from '../../edit/command.ts'
import { scenarios } from '../../scenarios/index.ts'
import { twoTlsSites } from '../../scenarios/two-tls-sites.ts'
import { changesOf } from '../../test-changes.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { type AzurePlan, type AzureResource, azurePlan } from './plan.ts'
import { keyOf, type Step, stepsSince, valueText } from './steps-since.ts'
import { type ArmValue, listAt, referencesIn } from './value.ts'

/** What is deployed: resources by what they are called, each with the plan that explains its references. */
type State = Map<string, { readonly plan: AzurePlan; readonly resource: AzureResource }>

const stateOf = (plan: AzurePlan): State =>
  new Map(plan.resources.map((resource) => [keyOf(plan, resource), { plan, resource }]))

const shown = (state: State) =>
  [...state].map(([key, { plan, resource }]) => `${key} ${valueText(plan, resource.properties)}`).sort()

/** Every place that a state holds: resources, and the parts in their lists. */
function placesIn(state: State): Set<string> {
  const places = new Set<string>()
  for (const { resource } of state.values()) {
    places.add(`${resource.type} ${resource.name}`)
    for (const collection of Object.keys(resource.properties)) {
      for (const { name } of listAt(resource.properties, collection))
        places.add(`${resource.type}/${collection} ${resource.name}/${String(name)}`)
    }
  }
  return places
}

/** References that lead nowhere: Azure refuses what would leave one. */
function broken(state: State): string[] {
  const places = placesIn(state)
  return [...state.values()].flatMap(({ plan, resource }) =>
    referencesIn(resource.properties as ArmValue).flatMap(({ id }) => {
      const place = plan.places.get(id)
      const text = place ? `${place.type} ${place.names.join('/')}` : id
      return places.has(text) ? [] : [`${resource.name} refers to ${text}`]
    }),
  )
}

function apply(state: State, { verb, plan, resource, deployed }: Step): void {
  const key = keyOf(plan, resource)
  if (verb === 'delete') expect(state.delete(key), `${key} is there to be deleted`).toBe(true)
  else {
    expect(state.has(key), `${key} is there already`).toBe(deployed !== undefined)
    state.set(key, { plan, resource })
  }
}

const edited = (document: TopologyDocument, picks: readonly number[]) =>
  picks.reduce((now, pick) => {
    const changes = changesOf(now)
    const one = changes[pick % changes.length]
    return one ? applyCommands(now, [one.command]) : now
  }, document)

const steps = (base: TopologyDocument, document: TopologyDocument) =>
  stepsSince(azurePlan(base), azurePlan(document), () => {}).map(
    ({ verb, resource }) => `${verb} ${resource.name}`,
  )

describe('the steps from one plan to another', () => {
  it('are none where nothing has changed', () => {
    for (const { document } of scenarios) expect(steps(document, document)).toEqual([])
  })

  it('move members off a pool before it goes', () => {
    const base = applyCommands(twoTlsSites, [])
    const document = applyCommands(base, [
      { type: 'resource.set', id: 'backendAddressPool/web-pool', path: 'name', value: 'other' },
    ])
    expect(steps(base, document)).toEqual([
      'put web1-nic',
      'put web2-nic',
      'put lb-web',
      'put web1-nic',
      'put web2-nic',
    ])
  })

  it('keep a subnet until network interfaces have left it', () => {
    const base = twoTlsSites
    const document = applyCommands(base, [
      { type: 'resource.set', id: 'subnet/snet-web', path: 'name', value: 'snet-other' },
      { type: 'resource.set', id: 'subnet/snet-web', path: 'addressPrefix', value: '10.0.7.0/24' },
    ])
    const all = steps(base, document)
    expect(all.filter((one) => one === 'put vnet-web').length).toBe(2)
    expect(all.at(-1)).toBe('put vnet-web')
  })

  it('end in the wanted state and never leave a reference that leads nowhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        ({ document: one }, picks, back) => {
          const other = edited(one, picks)
          const [base, document] = back ? [other, one] : [one, other]
          const [before, after] = [azurePlan(base), azurePlan(document)]
          const notes: string[] = []
          const all = stepsSince(before, after, (text) => notes.push(text))
          // What cannot be changed stays as it is, with all that it refers to.
          fc.pre(notes.length === 0)
          const state = stateOf(before)
          for (const step of all) {
            apply(state, step)
            expect(broken(state)).toEqual([])
          }
          expect(shown(state)).toEqual(shown(stateOf(after)))
        },
      ),
      { numRuns: 100 },
    )
  })
})
