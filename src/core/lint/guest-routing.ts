import { familyOf, type Prefix, parsePrefix, prefixContains } from '../topology/address.ts'
import { isLo } from '../topology/lo.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import type { GuestAddress, GuestInterface } from './guest-interfaces.ts'

type GuestData = NonNullable<Resource<'virtualMachine'>['guest']>

interface OnLink {
  readonly id: string
  readonly prefix: Prefix | undefined
  readonly held?: GuestAddress
  readonly owner?: GuestInterface
}

/** Where a guest's routes send a packet. */
export interface Way {
  /** The NIC, by its id. */
  readonly nic: string | undefined
  /** The address whose own prefix is the route there, where no subnet's is. */
  readonly held?: GuestAddress
  /** The loopback adapter or dummy that takes the packet instead of a NIC: it goes nowhere. */
  readonly dead?: GuestInterface
}

const isShort = ({ prefix }: GuestAddress) =>
  prefix !== undefined && prefix.length < (prefix.family === 'IPv4' ? 32 : 128)

/** The routes of a guest. Without a source, policy routes for certain sources do not count. */
export function routing(
  model: TopologyModel,
  data: GuestData,
  nics: readonly Resource<'networkInterface'>[],
  interfaces: readonly GuestInterface[],
): (destination: string, source?: string) => Way {
  const known = (id: string | undefined) => nics.find((nic) => nic.id === id)
  const policies = (data.policyRoutes ?? []).filter(({ networkInterface }) => known(networkInterface))
  const subnetsOf = (id: string) =>
    model
      .ipConfigurationsOf(id as `networkInterface/${string}`)
      .flatMap(({ subnet }) => model.prefixesOf(model.find('subnet', subnet)))
      .map((text): OnLink => ({ id, prefix: parsePrefix(text) }))
  const onLink = interfaces.flatMap((owner): OnLink[] => {
    const { id } = owner.resource
    const added = owner.addresses
      .filter((held) => data.os === 'linux' && !(owner.isLoopback && isLo(owner)) && isShort(held))
      .map((held): OnLink => ({ id, prefix: held.prefix, held, owner }))
    return [...(owner.isLoopback ? [] : subnetsOf(id)), ...added]
  })
  const fallback = (known(data.defaultNetworkInterface) ?? nics[0])?.id
  return (destination, source) => {
    const policy = policies.find(
      ({ from }) => from === '*' || (source !== undefined && prefixContains(from, source)),
    )
    if (policy) return { nic: policy.networkInterface }
    if (!familyOf(destination)) return { nic: fallback }
    const best = onLink
      .filter(({ prefix }) => prefix && prefixContains(prefix, destination))
      .reduce<OnLink | undefined>(
        (longest, one) =>
          longest && (longest.prefix?.length ?? 0) >= (one.prefix?.length ?? 0) ? longest : one,
        undefined,
      )
    if (best?.owner?.isLoopback) {
      return { nic: fallback, dead: best.owner, ...(best.held ? { held: best.held } : {}) }
    }
    return { nic: best?.id ?? fallback, ...(best?.held ? { held: best.held } : {}) }
  }
}
