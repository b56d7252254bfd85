import type { ResourceFields, TopologyDocument } from '../../topology/document.ts'
import { resolve, type TopologyModel } from '../../topology/model.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import type { Clip } from './clip.ts'
import type { Homes } from './homes.ts'
import { parentOf, type Renamed, startNames } from './new-names.ts'
import { withReferences } from './rewrite.ts'

type Stored = ResourceFields<ResourceType>

/** A copy that is being made: where it comes from, and what it is here. */
export interface Copy {
  readonly from: string
  readonly id: string
  readonly type: ResourceType
  fields: Stored
}

/** What has to be copied: what was chosen, and of its surroundings what is not here and nothing here stands for. */
function neededIds(document: TopologyDocument, clip: Clip, homes: Homes): readonly string[] {
  const needed = new Set(clip.copied)
  for (const id of needed) {
    const [type, fields] = [typeOfId(id), clip.resources[id]]
    for (const { target } of type && fields ? referencesOf(type, fields) : []) {
      const isHere = homes.has(target) || Object.hasOwn(document.resources, target)
      if (!isHere && Object.hasOwn(clip.resources, target)) needed.add(target)
    }
  }
  return ownersFirst(clip, [...needed])
}

function ownersFirst(clip: Clip, ids: readonly string[]): readonly string[] {
  const depth = (id: string, most = 8): number => {
    const fields = clip.resources[id]
    const parent = fields && parentOf(id, fields)
    return parent === undefined || most === 0 || !ids.includes(parent) ? 0 : 1 + depth(parent, most - 1)
  }
  const depths = new Map(ids.map((id) => [id, depth(id)]))
  return [...ids].sort((one, other) => (depths.get(one) ?? 0) - (depths.get(other) ?? 0))
}

/** Fields that point at things of one's own load balancer. */
const withinBalancer = /^(frontendIPConfiguration|backendAddressPool|probe)s?(\.\d+)?$/

/** What stands here for something of the load balancer that a copy left: the first of its kind that the new one has. */
function onBalancer(model: TopologyModel, target: string, balancer: string | undefined): string | undefined {
  const type = typeOfId(target)
  const hangsOn = (id: string) => parentOf(id, model.resources[id] ?? { name: '' })
  if (model.get(target) && hangsOn(target) === balancer) return target
  if (type !== 'frontendIPConfiguration' && type !== 'backendAddressPool') return undefined
  return model.all(type).find(({ id }) => hangsOn(id) === balancer)?.id
}

/** Copies with free names and ids; what they refer to is the copy, where it was copied, else what is here. */
export function makeCopies(document: TopologyDocument, clip: Clip, homes: Homes): readonly Copy[] {
  const model = resolve(document)
  const names = startNames(document)
  const renamed = new Map<string, Renamed>()
  const ids = neededIds(document, clip, homes)
  const named = ids.flatMap((from) => {
    const [type, fields] = [typeOfId(from), clip.resources[from]]
    if (!type || !fields) return []
    const parent = parentOf(from, fields)
    const owner = parent === undefined ? undefined : (renamed.get(parent) ?? stays(homes, parent))
    const name = names.nameFor(type, fields.name, owner)
    const id = names.idFor(from, owner)
    renamed.set(from, { id, before: fields.name, after: name })
    return [{ from, id, type, fields: { ...fields, name } as Stored }]
  })
  return named.map((copy) => {
    const parent = parentOf(copy.from, copy.fields)
    const balancer = parent === undefined ? undefined : homes.get(parent)
    const references = new Map(referencesOf(copy.type, copy.fields).map(({ path, target }) => [target, path]))
    const idOf = (target: string): string | undefined => {
      const own = renamed.get(target)?.id ?? homes.get(target)
      if (own !== undefined) return own
      const isWithin = balancer !== undefined && withinBalancer.test(references.get(target) ?? '')
      if (isWithin) return onBalancer(model, target, balancer)
      return model.get(target)?.id
    }
    return { ...copy, fields: withReferences(copy.id, copy.fields, idOf) }
  })
}

/** An owner that was not copied keeps its name. */
function stays(homes: Homes, parent: string): Renamed | undefined {
  const id = homes.get(parent)
  return id === undefined ? undefined : { id, before: '', after: '' }
}
