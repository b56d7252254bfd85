import type { TopologyModel } from '../../../core/topology/model.ts'
import { type ResourceType, resourceTypeNames, typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'

/** The field by which a type hangs on another, and the type it hangs on. */
export function parentOf(
  type: ResourceType,
): { readonly field: string; readonly to: ResourceType } | undefined {
  const definition: {
    readonly parent?: string
    readonly fields: { readonly [name: string]: { readonly value: { readonly kind: string } } }
  } = resourceDefinitions[type]
  if (definition.parent === undefined) return undefined
  const shape = definition.fields[definition.parent]?.value as
    | { readonly kind: string; readonly to?: readonly ResourceType[] }
    | undefined
  const to = shape?.to?.[0]
  return to && { field: definition.parent, to }
}

/** The types of which a thing of this type can have some: what is deleted with it. */
export function childTypesOf(type: ResourceType): readonly ResourceType[] {
  return resourceTypeNames.filter((child) => parentOf(child)?.to === type)
}

/** The things of one type that hang on a thing, in the order of the document. */
export function childrenOf(model: TopologyModel, id: string, type: ResourceType): readonly string[] {
  const field = parentOf(type)?.field
  if (field === undefined) return []
  return model.all(type).flatMap((child) => {
    const owner = (child as unknown as Record<string, unknown>)[field]
    return owner === id ? [child.id] : []
  })
}

/** Where a thing is named by others, each of them once, its own children left out. */
export function usersOf(model: TopologyModel, id: string): readonly string[] {
  const users = new Set<string>()
  for (const { source, path } of model.referrersTo(id)) {
    const type = typeOfId(source)
    if (source !== id && !(type && parentOf(type)?.field === path)) users.add(source)
  }
  return [...users]
}
