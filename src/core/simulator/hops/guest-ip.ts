import { familyOf, sameAddress } from '../../topology/address.ts'
import type { GuestInterface } from '../guest.ts'
import type { Stop } from '../walk.ts'
import { familyOfWalk, machineOf, type PlaceOnTheWay, type PortForward, tell, type Walk } from '../walk.ts'
import { say, sayAddress, sayInterface } from '../words.ts'

const stopped = (reason: Stop['reason']): Stop => ({ at: 'guest-ip', reason })

/** A floating packet to an address that is not known yet: whether the guest holds it cannot be said. */
function isUndecided({ destination, member }: Walk): boolean {
  return familyOf(destination.address) === undefined && destination.address !== member.label
}

function unknown(walk: Walk): Stop {
  const { model, destination } = walk
  tell(walk, 'guest-ip', machineOf(walk), 'guest-not-described', () =>
    walk.guest?.described
      ? `${model.nameOf(destination.address)} has no address yet, so nothing says whether ${model.nameOf(machineOf(walk))} holds it.`
      : `Nothing is said about the guest of ${model.nameOf(machineOf(walk))}, so what it does with ${say(model, destination)} is not known.`,
  )
  return stopped('guest-unknown')
}

function portForwardFor({ guest, destination, protocol }: Walk): PortForward | undefined {
  return guest?.virtualMachine.guest?.portForwards?.find(
    (forward) =>
      forward.protocol === protocol &&
      forward.port === destination.port &&
      sameAddress(forward.address, destination.address),
  )
}

/** Linux's reverse path filter, of which the greater of the VM's and the NIC's value counts. IPv6 has none. */
function reversePathFilter({ guest, member, client }: Walk): number {
  if (guest?.os !== 'linux' || familyOf(client.address) === 'IPv6') return 0
  const ofMachine = guest.virtualMachine.guest?.rpFilter ?? 0
  return Math.max(ofMachine, member.networkInterface?.guest?.rpFilter ?? 0)
}

/** Linux asks for the way to the sender on arrival only where a filter or a policy route may depend on it. */
function looksBack(walk: Walk): boolean {
  const { guest } = walk
  const routes = guest?.virtualMachine.guest?.policyRoutes ?? []
  return (
    reversePathFilter(walk) > 0 || routes.some(({ from }) => familyOf(from?.split('/')[0] ?? '') !== 'IPv6')
  )
}

/** Drops what Linux would not answer through the NIC where it arrives. */
function reversePath(walk: Walk, forward: PortForward | undefined): Stop | undefined {
  const { guest, model, member, client, destination } = walk
  const nic = member.networkInterface
  if (!guest || !nic) return undefined
  const { name, id } = guest.virtualMachine
  const isOwn = guest.holdersOf(client.address).length > 0
  const captured = isOwn ? undefined : guest.loopbackCovering(client.address)
  if (reversePathFilter(walk) === 1) {
    const source = forward?.toAddress ?? destination.address
    const wireless = captured ?? guest.wirelessFor(client.address, source)
    const way = wireless?.resource ?? guest.nicFor(client.address, source)
    if (way?.id !== nic.id) {
      tell(walk, 'guest-ip', captured?.resource.id ?? id, 'linux-strict-reverse-path', () => {
        return `The packet came in by ${sayInterface(nic)} but ${name} would answer by ${sayInterface(way)}: its strict reverse path filter drops it.`
      })
      return stopped('guest-rp-filter')
    }
  }
  if (captured && looksBack(walk)) {
    tell(walk, 'guest-ip', captured.resource.id, 'lo-prefix-captures-replies', () => {
      return `A prefix on ${captured.resource.name} covers ${sayAddress(model, client.address)}, so for ${name} the packet comes from itself: dropped on arrival.`
    })
    return stopped('reply-routed-to-loopback')
  }
  return undefined
}

function acceptedNote(walk: Walk, holder: GuestInterface | undefined): string {
  const { model, destination, member } = walk
  const machine = model.nameOf(machineOf(walk))
  const address = sayAddress(model, destination.address)
  if (!holder)
    return `${machine} forwards ${say(model, destination)}, an address that none of its interfaces holds.`
  if (holder.resource.id === member.networkInterface?.id) {
    return `${machine} holds ${address} on ${sayInterface(holder.resource)}, where the packet arrives.`
  }
  const arrival = sayInterface(member.networkInterface)
  return walk.guest?.os === 'windows'
    ? `${machine} holds ${address} on ${sayInterface(holder.resource)} and accepts it on ${arrival}, where weak host receive is on.`
    : `${machine} holds ${address} on ${sayInterface(holder.resource)} and accepts it on ${arrival}.`
}

function acceptedFact(walk: Walk, holder: GuestInterface | undefined): string {
  if (!holder) return 'port-forward-in-guest'
  if (holder.resource.id === walk.member.networkInterface?.id) return 'address-on-arrival-nic'
  return walk.guest?.os === 'windows' ? 'windows-strong-host-receive' : 'linux-accepts-on-every-interface'
}

/** The guest's decision whether the destination is its own, before any port forward. */
export const guestIp: PlaceOnTheWay = (walk) => {
  const { guest, model, member, destination, client } = walk
  walk.received = destination
  const nic = member.networkInterface
  if (!guest?.described || !nic || isUndecided(walk)) return unknown(walk)
  const machine = guest.virtualMachine
  const holders = guest.holdersOf(destination.address)
  const own = holders.find(({ resource }) => resource.id === nic.id) ?? holders[0]
  const holder = own ?? guest.loopbackCovering(destination.address)
  const forward = portForwardFor(walk)
  const address = () => sayAddress(model, destination.address)
  if (!holder && !forward) {
    tell(walk, 'guest-ip', machine.id, 'guest-must-hold-address', () => {
      return `Nothing in ${machine.name} holds ${address()}: dropped.`
    })
    return stopped('guest-no-address')
  }
  const filtered = reversePath(walk, forward)
  if (filtered) return filtered
  if (guest.os === 'windows' && holder && holder.resource.id !== nic.id) {
    const arrival = guest.interfaces.find(({ resource }) => resource.id === nic.id)
    if (!arrival?.weakHostReceive(familyOfWalk(walk))) {
      tell(walk, 'guest-ip', nic.id, 'windows-strong-host-receive', () => {
        return `${address()} is on ${sayInterface(holder.resource)}, and weak host receive is off on ${sayInterface(nic)}: Windows drops it.`
      })
      return stopped('guest-strong-host-receive')
    }
  }
  if (guest.holdersOf(client.address).length > 0) {
    tell(walk, 'guest-ip', machine.id, 'hairpin-returns-to-caller', () => {
      const what = `The packet comes back to its sender with the source ${sayAddress(model, client.address)}, an address of ${machine.name} itself`
      // Linux drops it only over IPv4: of IPv6 it keeps the answer.
      const isKept = guest.os === 'linux' && familyOf(client.address) === 'IPv6'
      return isKept ? `${what}: no answer leaves the guest.` : `${what}: the guest drops it.`
    })
    return stopped('hairpin-mismatch')
  }
  if (holder) walk.holder = holder
  tell(walk, 'guest-ip', (holder?.resource ?? machine).id, acceptedFact(walk, holder), () =>
    acceptedNote(walk, holder),
  )
  if (!forward?.toAddress || forward.toPort === undefined) return undefined
  walk.portForward = forward
  walk.destination = { address: forward.toAddress, port: forward.toPort }
  tell(walk, 'guest-ip', machine.id, 'port-forward-in-guest', () => {
    return `The port forward ${forward.name} sends it on to ${say(model, walk.destination)}.`
  })
  return undefined
}
