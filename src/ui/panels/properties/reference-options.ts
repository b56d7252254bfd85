import type { TopologyModel } from '../../../core/topology/model.ts'
import type { ResourceType } from '../../../core/topology/resource-type.ts'
import { detailOf, ownerOf, qualifiedName } from './thing-label.ts'

/** A thing that a reference may point at. */
export interface ReferenceOption {
  readonly id: string
  readonly label: string
}

export interface ReferenceOptions {
  /** Things of the same load balancer, or virtual machine, as the one that refers. */
  readonly near: readonly ReferenceOption[]
  readonly others: readonly ReferenceOption[]
}

function ownersOf(model: TopologyModel, id: string): readonly string[] {
  const owners: string[] = [id]
  for (let owner = ownerOf(model, id); owner && !owners.includes(owner); owner = ownerOf(model, owner)) {
    owners.push(owner)
  }
  return owners
}

/** What a reference of this resource may point at, the things that share its owner first. */
export function referenceOptions(
  model: TopologyModel,
  id: string,
  to: readonly ResourceType[],
): ReferenceOptions {
  const own = new Set(ownersOf(model, id))
  const near: ReferenceOption[] = []
  const others: ReferenceOption[] = []
  for (const type of to) {
    for (const resource of model.all(type)) {
      if (resource.id === id) continue
      const detail = detailOf(model, resource.id)
      const name = qualifiedName(model, resource.id)
      const option = { id: resource.id, label: detail ? `${name}, ${detail}` : name }
      const owners = ownersOf(model, resource.id)
      const isNear = owners.length === 1 || owners.some((owner) => own.has(owner))
      ;(isNear ? near : others).push(option)
    }
  }
  return near.length === 0 ? { near: others, others: [] } : { near, others }
}
