import type { Command } from '../edit/command.ts'
import type { TopologyDocument } from '../topology/document.ts'
import { isClusterAddress, type PoolMember, resolve, type TopologyModel } from '../topology/model.ts'
import { moveClusterAddress } from './cluster.ts'
import { createDraft } from './draft.ts'
import { guestOf } from './guest.ts'

/** A guest to which a cluster address can go. */
export interface ClusterNode {
  readonly virtualMachine: string
  readonly name: string
  /** It holds the address now. */
  readonly holds: boolean
}

function membersOf(model: TopologyModel, frontend: string): readonly PoolMember[] {
  const seen = new Set<string>()
  return model
    .rulesOfFrontend(frontend)
    .flatMap((one) => model.membersOfRule(one))
    .filter(({ virtualMachine }) => {
      const isNew = virtualMachine?.guest !== undefined && !seen.has(virtualMachine.id)
      if (isNew) seen.add(virtualMachine.id)
      return isNew
    })
}

/** The described guests behind a cluster address; none where the frontend is no cluster address or has no address yet. */
export function clusterNodes(document: TopologyDocument, frontend: string): readonly ClusterNode[] {
  const model = resolve(document)
  const address = model.frontendAddress(frontend)
  if (address === undefined || !isClusterAddress(model.find('frontendIPConfiguration', frontend))) return []
  return membersOf(model, frontend).flatMap(({ virtualMachine }) =>
    virtualMachine
      ? {
          virtualMachine: virtualMachine.id,
          name: virtualMachine.name,
          holds: guestOf(model, virtualMachine)?.ownerOf(address) !== undefined,
        }
      : [],
  )
}

/** What a cluster does when its address goes to another member: the address moves, and what answers its probe. */
export function failOver(
  document: TopologyDocument,
  frontend: string,
  virtualMachine: string,
): readonly Command[] {
  const model = resolve(document)
  const resource = model.find('frontendIPConfiguration', frontend)
  const owner = membersOf(model, frontend).find((member) => member.virtualMachine?.id === virtualMachine)
  if (!resource || !owner) return []
  const draft = createDraft(model)
  moveClusterAddress(draft, resource, owner)
  return draft.commands
}
