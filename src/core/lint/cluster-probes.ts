import type { Resource, TopologyModel } from '../topology/model.ts'
import { clusterInboundsOf, type Inbound } from './inbound.ts'
import { lacksAddress } from './lacks-address.ts'

/** Rules of several cluster addresses that ask the same port of the same guests whether they hold the address. */
export interface SharedClusterProbe {
  readonly probe: Resource<'probe'>
  readonly inbounds: readonly Inbound[]
  /** Machines that get packets for an address that another machine holds. */
  readonly victims: readonly string[]
}

const machinesOf = ({ members }: Inbound) => members.flatMap(({ virtualMachine }) => virtualMachine?.id ?? [])

/** Machines that hold the cluster address. */
function ownersOf({ frontendAddress, arrivals }: Inbound): string {
  const owners = arrivals.filter(
    ({ guest }) => frontendAddress !== undefined && guest.accepts(frontendAddress),
  )
  return [...new Set(owners.map(({ virtualMachine }) => virtualMachine.id))].sort().join(' ')
}

function sharedAt(probe: Resource<'probe'>, all: readonly Inbound[]): readonly SharedClusterProbe[] {
  const [first] = all
  const machines = new Set(first && machinesOf(first))
  const inbounds = all.filter((one) => one === first || machinesOf(one).some((id) => machines.has(id)))
  if (new Set(inbounds.map(({ frontend }) => frontend.id)).size < 2) return []
  const differ = new Set(inbounds.map(ownersOf)).size > 1
  const lacking = inbounds.flatMap((one) => (one.floating ? one.suspects.filter(lacksAddress) : []))
  const victims = differ ? lacking.map(({ virtualMachine }) => virtualMachine.id) : []
  return [{ probe, inbounds, victims }]
}

const found = new WeakMap<TopologyModel, readonly SharedClusterProbe[]>()

/** Every probe port that several cluster addresses share. */
export function sharedClusterProbes(model: TopologyModel): readonly SharedClusterProbe[] {
  let shared = found.get(model)
  if (!shared) {
    const byPort = new Map<number, Inbound[]>()
    for (const inbound of clusterInboundsOf(model)) {
      const port = inbound.probe?.port
      const known = port === undefined ? undefined : byPort.get(port)
      if (known) known.push(inbound)
      else if (port !== undefined) byPort.set(port, [inbound])
    }
    shared = [...byPort.values()].flatMap((all) => (all[0]?.probe ? sharedAt(all[0].probe, all) : []))
    found.set(model, shared)
  }
  return shared
}

/** Whether packets of a rule go astray because its cluster probe is shared. */
export function isAstrayBySharedProbe(model: TopologyModel, { source }: Inbound): boolean {
  return sharedClusterProbes(model).some(
    ({ inbounds, victims }) => victims.length > 0 && inbounds.some((one) => one.source.id === source.id),
  )
}
