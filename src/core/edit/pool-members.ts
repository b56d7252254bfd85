import { primaryConfigurationOf } from './bring-along.ts'
import type { Draft } from './draft.ts'

/** Puts an IP configuration, or the primary one of a virtual machine's first NIC, into a pool. False where it is a member already or there is none. */
export function addToPool(draft: Draft, pool: string, thing: string): boolean {
  const model = draft.model()
  const found = model.find('backendAddressPool', pool)
  const configuration = model.find('ipConfiguration', thing)?.id ?? primaryConfigurationOf(draft, thing)?.id
  if (!found || configuration === undefined) return false
  if (model.membersOf(pool).some((member) => member.ipConfiguration?.id === configuration)) return false
  const members = found.backendIPConfigurations ?? []
  draft.set(pool, 'backendIPConfigurations', [...members, configuration])
  return true
}
