import { familyOf, sameAddress } from '../../topology/address.ts'
import type { GuestInterface } from '../guest.ts'
import type { Stop } from '../walk.ts'
import { familyOfWalk, machineOf, type PlaceOnTheWay, type PortForward, tell, type Walk } from '../walk.ts'
import { say, sayAddress, sayInterface } from '../words.ts'
import { reversePathFilter } from './way-back.ts'

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

/** Drops what Linux with a strict reverse path filter would not answer through the NIC where it arrives. */
function reversePath(walk: Walk, forward: PortForward | undefined): Stop | undefined {
  const { guest, member, client, destination } = walk
  const nic = member.networkInterface
  if (!guest || !nic || reversePathFilter(walk) !== 1) return undefined
  const { name, id } = guest.virtualMachine
  const source = forward?.toAddress ?? destination.address
  const way = guest.wirelessFor(client.address, source)?.resource ?? guest.nicFor(client.address, source)
  if (way?.id === nic.id) return undefined
  tell(walk, 'guest-ip', id, 'linux-strict-reverse-path', () => {
    return `The packet came in by ${sayInterface(nic)} but ${name} would answer by ${sayInterface(way)}: its strict reverse path filter drops it.`
  })
  return stopped('guest-rp-filter')
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
