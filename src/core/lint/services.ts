import type { Endpoint } from './endpoints.ts'
import type { Inbound } from './inbound.ts'
import type { Arrival } from './targets.ts'

/** An endpoint of a guest at which nothing listens. */
export interface DeafEndpoint extends Endpoint {
  readonly arrival: Arrival
  /** Where a listener is looked for: after port forwards. */
  readonly address: string
  /** The listener that is bound to another address of the guest instead, where floating IP brings the frontend's. */
  readonly elsewhere?: { readonly listener: string; readonly at: 'member' | 'region' }
}

/** Every endpoint of an inbound rule at which packets arrive and nothing listens. An HA ports rule has none. */
export function deaf({ floating, haPorts, suspects }: Inbound): readonly DeafEndpoint[] {
  if (haPorts) return []
  return suspects.flatMap((arrival) => {
    const { guest, address, regionAddress, member, endpoints } = arrival
    return endpoints.flatMap(({ protocol, port }) => {
      const target = guest.deliver(protocol, address, port)
      if (target.leavesGuest || target.listener) return []
      const owned = floating && !target.forwarded && guest.accepts(address)
      const listenerAt = (other: string | undefined) =>
        owned && other !== undefined ? guest.listens(protocol, other, port)?.id : undefined
      const onRegion = listenerAt(regionAddress)
      const onMember = onRegion === undefined ? listenerAt(member.address) : undefined
      return [
        {
          arrival,
          protocol,
          port: target.port,
          address: target.address,
          ...(onRegion ? { elsewhere: { listener: onRegion, at: 'region' } } : {}),
          ...(onMember ? { elsewhere: { listener: onMember, at: 'member' } } : {}),
        },
      ]
    })
  })
}
