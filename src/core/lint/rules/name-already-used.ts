import type { Resource, TopologyModel } from '../../topology/model.ts'
import { isNamedInAzure } from '../../topology/name-problems.ts'
import type { ResourceType } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { fixesFor, fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { plural } from '../wording.ts'

interface Named {
  readonly id: string
  readonly name: string
  readonly unresolved?: unknown
}

/** What a name is looked up in, where that is not the whole resource group. A NIC belongs to no machine in Azure. */
function scopeField(type: ResourceType): string | undefined {
  return type === 'networkInterface' ? undefined : resourceDefinitions[type].parent
}

const types = (Object.keys(resourceDefinitions) as ResourceType[]).filter(isNamedInAzure)

/** The things of a type that share a name in one scope, in lists of two or more. */
function sharing(type: ResourceType, all: readonly Named[]): readonly (readonly Named[])[] {
  const field = scopeField(type)
  const found = new Map<string, Named[]>()
  for (const one of all) {
    const scope =
      field === undefined ? '' : String((one as unknown as Record<string, unknown>)[field] ?? one.id)
    if (one.unresolved || one.name === '') continue
    const key = `${scope} ${one.name.toLowerCase()}`
    const known = found.get(key)
    if (known) known.push(one)
    else found.set(key, [one])
  }
  return [...found.values()].filter((list) => list.length > 1)
}

interface Shared {
  readonly all: readonly Named[]
  readonly found: readonly (readonly Named[])[]
}

const last = new Map<ResourceType, Shared>()

/** Whether two lists of a type have the same names in the same scopes: most edits change no name. */
function areNamedAlike(type: ResourceType, all: readonly Named[], others: readonly Named[]): boolean {
  const field = (scopeField(type) ?? 'id') as keyof Named
  if (all === others) return true
  return (
    all.length === others.length &&
    all.every((one, index) => {
      const other = others[index]
      if (one === other) return true
      const isSame = one.id === other?.id && one.name === other.name && one[field] === other[field]
      return isSame && !one.unresolved === !other.unresolved
    })
  )
}

function sharedNames(model: TopologyModel, type: ResourceType): readonly (readonly Named[])[] {
  const all: readonly Named[] = model.all(type)
  const before = last.get(type)
  const found = before && areNamedAlike(type, all, before.all) ? before.found : sharing(type, all)
  if (before?.all !== all) last.set(type, { all, found })
  return found
}

/** The name with the first number after it that is not in the way. It becomes taken. */
function nextName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const next = `${name}-${number}`
    if (taken.has(next.toLowerCase())) continue
    taken.add(next.toLowerCase())
    return next
  }
}

const namesIn = (all: readonly { readonly name: string }[]) =>
  new Set(all.map(({ name }) => name.toLowerCase()))

/** Rules of a security group and routes of a route table have names of their own. */
function namesWithin(resource: Resource): { readonly list: string; readonly names: readonly string[] } {
  const { securityRules, routes } = resource as Partial<
    Resource<'networkSecurityGroup'> & Resource<'routeTable'>
  >
  const list = securityRules ? 'securityRules' : 'routes'
  return { list, names: (securityRules ?? routes ?? []).map(({ name }) => name ?? '') }
}

/** Two things of one kind in one scope with the same name. */
export const nameAlreadyUsed: LintRule = {
  id: 'name-already-used',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'A name is used twice',
  why: 'Azure takes the second for the first: it refuses the deployment or overwrites what was there.',
  fix: 'Rename all but one of them. References to them stay as they are.',
  sources: ['names-have-rules-and-scopes'],
  check({ model }, report) {
    for (const type of types) {
      for (const [first, ...others] of sharedNames(model, type)) {
        if (!first) continue
        const { noun, plural: nouns } = resourceDefinitions[type]
        const things = `${nouns.charAt(0).toLowerCase()}${nouns.slice(1)}`
        report({
          resource: first.id,
          path: 'name',
          related: others.map(({ id }) => id),
          message: `${others.length + 1} ${/^(IP|NIC|NAT)/.test(nouns) ? nouns : things} are called ${first.name}, and Azure wants every name once here.`,
          fixes: () => {
            const taken = namesIn(model.all(type))
            return fixesFor(model, others, {
              thing: ({ id }) => id,
              label: () => `Rename the other ${noun} to ${nextName(first.name, new Set(taken))}`,
              labelForAll: `Number all ${others.length + 1} of them`,
              edit: (draft, { id, name }) => draft.set(id, 'name', nextName(name, taken)),
            })
          },
        })
      }
    }
    for (const holder of [...model.all('networkSecurityGroup'), ...model.all('routeTable')]) {
      const { list, names } = namesWithin(holder)
      const lower = names.map((name) => name.toLowerCase())
      const again = names.flatMap((name, index) =>
        name !== '' && lower.indexOf(name.toLowerCase()) < index ? [{ name, index }] : [],
      )
      const taken = new Set(lower)
      const [first] = again
      if (!first) continue
      const more = again.length - 1
      report({
        resource: holder.id,
        path: `${list}.${first.index}.name`,
        message: `${holder.name} has two ${list === 'routes' ? 'routes' : 'security rules'} called ${first.name}, and Azure wants every name once.${more > 0 ? ` ${more} more ${plural(more, 'name is', 'names are')} used again.` : ''}`,
        fixes: () =>
          fixOf(
            model,
            more > 0
              ? 'Number those that come later'
              : `Rename the second to ${nextName(first.name, new Set(taken))}`,
            (draft) => {
              for (const { name, index } of again)
                draft.set(holder.id, `${list}.${index}.name`, nextName(name, taken))
            },
          ),
      })
    }
  },
}
