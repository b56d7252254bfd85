import type { TopologyDocument } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { findFrontendRule } from './frontend-rules.ts'
import { guestOf } from './guest.ts'
import { type BackendReachability, reachability } from './summary.ts'

/** One rule as a VM gets it: which address its guest sees, and what comes of it. */
export interface GuestView extends Pick<BackendReachability, 'verdict' | 'at' | 'reason' | 'guestSees'> {
  readonly ruleId: string
  readonly frontend: string
  readonly floating: boolean
  /** Whether the guest holds the frontend's address; `undefined` where that is not known. */
  readonly held?: boolean
}

/** For each VM in a pool every rule that sends to it. */
export function guestViews(
  document: Pick<TopologyDocument, 'resources'>,
): ReadonlyMap<string, readonly GuestView[]> {
  const model = resolve(document)
  const views = new Map<string, GuestView[]>()
  for (const { ruleId, perBackend } of reachability(document)) {
    const found = findFrontendRule(model, ruleId)
    const frontend = model.find('frontendIPConfiguration', found?.frontendIPConfiguration)
    if (!found || !frontend) continue
    const address = model.frontendAddress(frontend.id)
    for (const { virtualMachine, verdict, at, reason, guestSees } of perBackend) {
      const machine = model.find('virtualMachine', virtualMachine)
      const guest = machine?.guest && address !== undefined ? guestOf(model, machine) : undefined
      const view: GuestView = {
        ruleId,
        frontend: frontend.id,
        floating: found.enableFloatingIP === true,
        verdict,
        at,
        reason,
        ...(guestSees ? { guestSees } : {}),
        ...(guest && address !== undefined ? { held: guest.holdersOf(address).length > 0 } : {}),
      }
      views.set(virtualMachine, [...(views.get(virtualMachine) ?? []), view])
    }
  }
  return views
}
