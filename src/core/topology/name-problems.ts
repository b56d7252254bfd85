import type { TopologyModel } from './model.ts'
import { type ResourceType, typeOfId } from './resource-type.ts'
import { resourceDefinitions } from './resources/index.ts'

const longest: { readonly [Type in ResourceType]?: number } = { virtualMachine: 64, virtualNetwork: 64 }
const longestOther = 80

const azureName = /^[a-z0-9]([a-z0-9._-]*[a-z0-9_])?$/i

/** Types whose names are ours and not Azure's. */
const freelyNamed: readonly ResourceType[] = ['client', 'loopbackInterface', 'listener']

/** Whether a type's names are Azure's: written into templates and checked when they are deployed. */
export const isNamedInAzure = (type: ResourceType): boolean => !freelyNamed.includes(type)

/** What is wrong with a name as such: empty, too long, or not as Azure spells names. */
export function spellingProblem(type: ResourceType, name: string): string | undefined {
  if (name.trim() === '') return 'A name is needed.'
  const limit = longest[type] ?? longestOther
  if (name.length > limit) return `A name has ${limit} characters at most. This one has ${name.length}.`
  if (isNamedInAzure(type) && !azureName.test(name)) {
    return 'Azure allows letters, digits, dots, hyphens and underscores in a name. It begins with a letter or digit and ends with one or an underscore.'
  }
  return undefined
}

/** What is wrong with a name for a thing: its spelling, or that it is another thing's. */
export function nameProblem(model: TopologyModel, id: string, name: string): string | undefined {
  const type = typeOfId(id)
  if (!type) return undefined
  const problem = spellingProblem(type, name)
  if (problem !== undefined) return problem
  const taken = siblingsOf(model, id).find((other) => other.name.toLowerCase() === name.toLowerCase())
  return (
    taken &&
    `Another ${resourceDefinitions[type].noun} is called ${taken.name} already. Choose a different name.`
  )
}

/** Other things of a type that hang on the same owner. */
function siblingsOf(model: TopologyModel, id: string) {
  const type = typeOfId(id)
  if (!type) return []
  const parent: string | undefined = resourceDefinitions[type].parent
  const ownerOf = (resource: unknown) => (resource as Record<string, unknown> | undefined)?.[parent ?? '']
  const owner = ownerOf(model.get(id))
  return model
    .all(type)
    .filter((other) => other.id !== id && (parent === undefined || ownerOf(other) === owner))
}
