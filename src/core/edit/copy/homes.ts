import { type Resource, resolve, type TopologyModel } from '../../topology/model.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { type Drop, pointOf } from '../create/creator.ts'
import type { Draft } from '../draft.ts'
import { nearest, ownerOfType } from '../owners.ts'
import type { Clip } from './clip.ts'

/** Where copies go: for the id of something that was not copied along, the id of what stands for it here. */
export type Homes = ReadonlyMap<string, string>

/** The fields of a type that name what it hangs on or stands in. */
const homeFields = (type: ResourceType): readonly string[] => {
  const { parent } = resourceDefinitions[type] as { readonly parent?: string }
  return [...(parent === undefined ? [] : [parent]), ...(type === 'ipConfiguration' ? ['subnet'] : [])]
}

/** Whether a load balancer here may have the frontends of another one: public and internal ones are never mixed. */
function suits(model: TopologyModel, original: TopologyModel, id: string, candidate: string): boolean {
  const [here, there] = [model.loadBalancerKind(candidate), original.loadBalancerKind(id)]
  return here === undefined || there === undefined || here === there
}

function homeFor(draft: Draft, clip: Clip, id: string, drop: Drop, wanted: boolean): string | undefined {
  const [model, type] = [draft.model(), typeOfId(id)]
  if (!type) return undefined
  const pointed = wanted ? ownerOfType(model, drop.owner, type)?.id : undefined
  if (pointed !== undefined) return pointed
  if (model.get(id)) return id
  const original = resolve(clip)
  const candidates = model.all(type) as readonly Resource[]
  const suitable = candidates.filter((one) => type !== 'loadBalancer' || suits(model, original, id, one.id))
  return nearest(draft.document(), suitable, pointOf(drop))?.id
}

/** Finds, for everything that copies hang on and that was not copied, what they hang on here: what the person points at, the same thing, or the nearest of its kind. */
export function homesFor(draft: Draft, clip: Clip, drop: Drop): Homes {
  const copied = new Set(clip.copied)
  const missing = new Map<ResourceType, Set<string>>()
  for (const id of clip.copied) {
    const [type, fields] = [typeOfId(id), clip.resources[id]]
    if (!type || !fields) continue
    for (const { path, target } of referencesOf(type, fields)) {
      const kind = typeOfId(target)
      if (!kind || copied.has(target) || !homeFields(type).includes(path)) continue
      missing.set(kind, (missing.get(kind) ?? new Set()).add(target))
    }
  }
  const homes = new Map<string, string>()
  for (const ids of missing.values()) {
    for (const id of ids) {
      // What stood in several subnets is not put into one.
      const home = homeFor(draft, clip, id, drop, ids.size === 1)
      if (home !== undefined) homes.set(id, home)
    }
  }
  return homes
}
