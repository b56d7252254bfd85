import { nodeTypeOf } from '../../core/edit/containers.ts'
import type { TopologyModel } from '../../core/topology/model.ts'

/** The node on which a resource is shown: itself, or the owner of the row or chip that it is. */
export function nodeOf(model: TopologyModel, id: string): string | undefined {
  if (nodeTypeOf(id)) return model.get(id)?.id
  const resource = model.get(id) as unknown as Record<string, string | undefined> | undefined
  if (!resource) return undefined
  const guest = resource.virtualMachine ?? resource.networkInterface
  if (guest !== undefined) return nodeOf(model, guest)
  for (const { source } of model.referrersTo(id)) {
    const node = nodeOf(model, source)
    if (node !== undefined) return node
  }
  return model.find('loadBalancer', resource.loadBalancer)?.id
}
