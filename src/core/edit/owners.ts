import type { TopologyDocument } from '../topology/document.ts'
import { type Resource, resolve, type TopologyModel } from '../topology/model.ts'
import { type ResourceId, type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import { containerOf, type containerTypes } from './containers.ts'
import { contains, type Point } from './geometry.ts'
import { boxOfNode } from './node-boxes.ts'

/** What a thing hangs on, or else what it is drawn in. */
export function ownerOf(model: TopologyModel, id: string): string | undefined {
  const type = typeOfId(id)
  const parent: string | undefined = type && resourceDefinitions[type].parent
  if (parent === undefined) return containerOf(model, id)
  const owner = (model.get(id) as unknown as Record<string, unknown> | undefined)?.[parent]
  return typeof owner === 'string' ? model.get(owner)?.id : undefined
}

/** The thing itself or the nearest one that it hangs on or stands in, of one type. */
export function ownerOfType<T extends ResourceType>(
  model: TopologyModel,
  id: string | undefined,
  type: T,
): Resource<T> | undefined {
  let current = id
  for (let depth = 0; current !== undefined && depth < 10; depth++) {
    const found = model.find(type, current)
    if (found) return found
    current = ownerOf(model, current)
  }
  return undefined
}

/** The innermost container whose box holds a point. */
export function containerAt(document: TopologyDocument, point: Point): ResourceId | undefined {
  const model = resolve(document)
  for (const type of [
    'subnet',
    'virtualNetwork',
    'loadBalancer',
  ] satisfies (typeof containerTypes)[number][]) {
    for (const { id } of model.all(type)) {
      const box = boxOfNode(model, document.layout, id)
      if (box && contains(box, point)) return id
    }
  }
  return undefined
}

/** The candidate that stands nearest to a point; without a point, or without any place, the first. */
export function nearest<Candidate extends { readonly id: string }>(
  document: TopologyDocument,
  candidates: readonly Candidate[],
  point: Point | undefined,
): Candidate | undefined {
  let [best, shortest] = [candidates[0], Number.POSITIVE_INFINITY]
  if (!point) return best
  const model = resolve(document)
  for (const candidate of candidates) {
    const box = boxOfNode(model, document.layout, candidate.id)
    if (!box) continue
    const distance = Math.hypot(box.x + box.width / 2 - point.x, box.y + box.height / 2 - point.y)
    if (distance < shortest) [best, shortest] = [candidate, distance]
  }
  return best
}
