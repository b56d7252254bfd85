import { familyOf, prefixContains } from '../../topology/address.ts'
import type { Resource } from '../../topology/model.ts'
import { type GuestInterface, isWildcard } from '../guest.ts'
import type { Walk } from '../walk.ts'

/** Whether the answer comes from a UDP socket that leaves the choice of its source to the guest's routes. */
export function leavesSourceOpen({ protocol, listener }: Walk): boolean {
  if (protocol !== 'Udp' || !listener || !isWildcard(listener)) return false
  return listener.replyFromReceivedAddress !== true
}

/** The source by which the guest's routes look up the answer: of a port forward the address it leads to. */
function routedBy(walk: Walk): string | undefined {
  if (leavesSourceOpen(walk)) return undefined
  return walk.portForward?.toAddress ?? walk.received?.address ?? walk.destination.address
}

/** Whether an IPv6 address counts on its own link only. */
export function isLinkLocal(address: string): boolean {
  return familyOf(address) === 'IPv6' && prefixContains('fe80::/10', address)
}

/** The NIC by which the answer leaves. One to a link-local address leaves where the packet came in. */
export function nicOfAnswer(walk: Walk): Resource<'networkInterface'> | undefined {
  const { guest, client, member } = walk
  if (isLinkLocal(client.address)) return member.networkInterface
  return guest?.nicFor(client.address, routedBy(walk))
}

/** The interface without a wire to which the guest's routes would send the answer. */
export function wirelessOfAnswer(walk: Walk): GuestInterface | undefined {
  const { guest, client } = walk
  return guest?.wirelessFor(client.address, routedBy(walk))
}

/** Linux's reverse path filter, of which the greater of the VM's and the NIC's value counts. IPv6 has none. */
export function reversePathFilter({ guest, member, client }: Walk): number {
  if (guest?.os !== 'linux' || familyOf(client.address) === 'IPv6') return 0
  const ofMachine = guest.virtualMachine.guest?.rpFilter ?? 0
  return Math.max(ofMachine, member.networkInterface?.guest?.rpFilter ?? 0)
}

/** Linux asks for the way to the sender on arrival only where a filter or a policy route may depend on it. */
export function looksBack(walk: Walk): boolean {
  const routes = walk.guest?.virtualMachine.guest?.policyRoutes ?? []
  return (
    reversePathFilter(walk) > 0 || routes.some(({ from }) => familyOf(from?.split('/')[0] ?? '') !== 'IPv6')
  )
}
