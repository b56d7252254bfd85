import type { ResourceFields, Resources } from './document.ts'
import { originOf } from './lineage.ts'
import type { PoolMember } from './model-types.ts'
import { typeOfId } from './resource-type.ts'

/** What a model has worked out about members. */
export interface Memberships {
  readonly ofConfiguration: Map<string, PoolMember | undefined>
  readonly ofPool: Map<string, readonly PoolMember[]>
}

const known = new WeakMap<Resources, Memberships>()

const isPart = (member: PoolMember | undefined, id: string): boolean =>
  member?.ipConfiguration?.id === id ||
  member?.networkInterface?.id === id ||
  member?.virtualMachine?.id === id

/** The memberships without those in which a changed IP configuration, NIC or virtual machine plays a part. */
function without({ ofConfiguration, ofPool }: Memberships, id: string): Memberships {
  const kept: Memberships = { ofConfiguration: new Map(), ofPool: new Map() }
  for (const [key, member] of ofConfiguration) if (!isPart(member, id)) kept.ofConfiguration.set(key, member)
  for (const [key, members] of ofPool) {
    if (!members.some((member) => isPart(member, id))) kept.ofPool.set(key, members)
  }
  return kept
}

function after(before: Memberships, resources: Resources, id: string): Memberships {
  switch (typeOfId(id)) {
    case 'subnet':
      return { ofConfiguration: new Map(), ofPool: new Map() }
    case 'ipConfiguration': {
      const kept = without(before, id)
      // The changed address may be that of a member which is given by its address.
      for (const pool of kept.ofPool.keys()) {
        const fields = resources[pool] as ResourceFields<'backendAddressPool'> | undefined
        if (fields?.loadBalancerBackendAddresses) kept.ofPool.delete(pool)
      }
      return kept
    }
    case 'networkInterface':
    case 'virtualMachine':
      return without(before, id)
    case 'backendAddressPool': {
      const ofPool = new Map(before.ofPool)
      ofPool.delete(id)
      return { ofConfiguration: before.ofConfiguration, ofPool }
    }
    default:
      return before
  }
}

/** What is known about the members of some resources: after an edit of one resource all that it does not touch. */
export function membershipsOf(resources: Resources): Memberships {
  const origin = originOf(resources)
  const before = origin && known.get(origin.previous)
  const members = before
    ? after(before, resources, origin.id)
    : { ofConfiguration: new Map(), ofPool: new Map() }
  known.set(resources, members)
  return members
}
