import type { TopologyDocument } from '../../topology/document.ts'
import type { System } from '../guest/devices.ts'
import { guestPlans } from '../guest/guest-plans.ts'
import type { ClusterAddress } from '../guest/plan.ts'
import { oneLine } from '../text/one-line.ts'

/** A cluster address with its probe, without which no load balancer finds the owner. */
export interface ClusterResource extends ClusterAddress {
  readonly port: number
  /** A name that every cluster takes: from the frontend's id. */
  readonly slug: string
  /** The members of the cluster, for remarks. */
  readonly members: readonly string[]
}

/** The cluster addresses of all machines with this system, each once, and why others are left out. */
export function clusterPlan(document: TopologyDocument, system: System) {
  const notes: string[] = []
  const found = new Map<string, ClusterResource>()
  for (const { machine, clusterAddresses } of guestPlans(document, system)) {
    for (const one of clusterAddresses) {
      const { frontend, probe, address } = one
      const known = found.get(frontend.id)
      const member = oneLine(machine.name)
      if (probe?.port === undefined) {
        notes.push(`${frontend.name}: no probe tells who owns ${address}, so nothing is written for it.`)
      } else if (system === 'windows' && one.family === 'IPv6') {
        notes.push(
          `${frontend.name}: an IPv6 address resource of Windows takes other parameters; nothing is written for ${address}.`,
        )
      } else {
        found.set(frontend.id, {
          ...one,
          port: probe.port,
          slug: frontend.id.slice(frontend.id.indexOf('/') + 1),
          members: [...(known?.members ?? []), member],
        })
      }
    }
  }
  return { resources: [...found.values()], notes: [...new Set(notes)] }
}
