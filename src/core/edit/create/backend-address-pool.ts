import { addPool, loadBalancerFor } from '../bring-along.ts'
import { ownerOfType } from '../owners.ts'
import { addToPool } from '../pool-members.ts'
import type { Creator } from './creator.ts'

/** A backend pool; dropped on a virtual machine it takes that machine. */
export const createBackendAddressPool: Creator = (draft, drop) => {
  const created = addPool(draft, loadBalancerFor(draft, drop).id)
  const machine = ownerOfType(draft.model(), drop.owner, 'virtualMachine')
  if (machine) addToPool(draft, created, machine.id)
  return { created, label: `Add backend pool ${draft.model().nameOf(created)}` }
}
