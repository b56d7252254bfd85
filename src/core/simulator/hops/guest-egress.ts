import { sameAddress } from '../../topology/address.ts'
import type { Guest, GuestInterface } from '../guest.ts'
import type { Endpoint } from '../trace.ts'
import { familyOfWalk, machineOf, type PlaceOnTheWay, type Stop, tell, type Walk } from '../walk.ts'
import { say, sayAddress, sayInterface } from '../words.ts'
import { leavesSourceOpen, looksBack, nicOfAnswer, wirelessOfAnswer } from './way-back.ts'

/** The source the guest puts on its reply. A port forward puts back only what comes from the address it leads to. */
function replySource(walk: Walk, received: Endpoint): Endpoint {
  const { guest, client, portForward, destination } = walk
  if (!leavesSourceOpen(walk)) return received
  const nic = guest?.nicFor(client.address)
  const address =
    guest?.preferredSource(client.address) ?? (nic && guest?.firstAddressOf(nic.id, familyOfWalk(walk)))
  if (address === undefined) return received
  if (!portForward) return { address, port: received.port }
  if (sameAddress(address, destination.address)) return received
  // From the called address and port it would be a second connection like the first, so Linux takes another port.
  const isTaken = address === received.address && destination.port === received.port
  return { address, port: isTaken ? null : destination.port }
}

/** Windows: the interface that holds the source, where it may not send by the one that the routes choose. */
function strongSender(walk: Walk, source: Endpoint): GuestInterface | undefined {
  const { guest } = walk
  if (guest?.os !== 'windows') return undefined
  const way = nicOfAnswer(walk)
  const holders = guest.holdersOf(source.address)
  const free = holders.some((one) => one.resource.id === way?.id || one.weakHostSend(familyOfWalk(walk)))
  return free ? undefined : holders[0]
}

/** Windows: the interface that lends its address to an answer which leaves by another one. */
function weakSender(guest: Guest, source: string, by: string | undefined): GuestInterface | undefined {
  const holders = guest.holdersOf(source)
  return holders.some(({ resource }) => resource.id === by) ? undefined : holders[0]
}

function leave(walk: Walk, source: Endpoint, received: Endpoint, stays: boolean): void {
  const { model, guest, client, listener } = walk
  const machine = () => model.nameOf(machineOf(walk))
  const by = nicOfAnswer(walk)
  const resource = (by ?? guest?.virtualMachine)?.id ?? machineOf(walk)
  const wildcard = source.address !== received.address || source.port !== received.port
  if (walk.portForward && !wildcard) {
    walk.source = walk.destination
    walk.destination = client
    tell(walk, 'guest-egress', machineOf(walk), 'reply-keeps-called-address', () => {
      return `The answer leaves its socket from ${say(model, walk.source)}.`
    })
    walk.source = source
    tell(walk, 'guest-egress', resource, 'port-forward-in-guest', () => {
      return `The port forward puts the source back to ${say(model, source)}.`
    })
    return
  }
  walk.source = source
  walk.destination = client
  const weak = !wildcard && guest?.os === 'windows' ? weakSender(guest, source.address, by?.id) : undefined
  const fact = wildcard ? 'udp-wildcard-replies-from-nic' : 'reply-keeps-called-address'
  tell(walk, 'guest-egress', resource, weak ? 'windows-strong-host-send' : fact, () => {
    const from = say(model, source)
    if (wildcard) {
      return `${listener?.name} is bound to any address, so its answer gets the source ${from} instead of ${sayAddress(model, received.address)}.`
    }
    return weak
      ? `${machine()} answers from ${from} by ${sayInterface(by)}; it may, because weak host send is on for ${sayInterface(weak.resource)}.`
      : stays
        ? `${machine()} answers from ${from}.`
        : `${machine()} answers from ${from} by ${sayInterface(by)}.`
  })
}

function captureFact(walk: Walk, local: GuestInterface | undefined): string {
  if (!local) return 'added-prefix-is-a-route'
  return looksBack(walk) ? 'lo-prefix-drops-on-arrival' : 'lo-prefix-captures-replies'
}

/** The guest sends its answer: which source it has, and whether it can leave at all. */
export const guestEgress: PlaceOnTheWay = (walk): Stop | undefined => {
  const { guest, model, client } = walk
  const received = walk.received ?? walk.destination
  const source = replySource(walk, received)
  const strong = strongSender(walk, source)
  if (strong) {
    tell(walk, 'guest-egress', strong.resource.id, 'windows-strong-host-send', () => {
      return `${sayAddress(model, source.address)} is on ${sayInterface(strong.resource)}, where weak host send is off: Windows sends no answer.`
    })
    return { at: 'guest-egress', reason: 'reply-strong-host-send' }
  }
  const local = guest?.loopbackCovering(client.address)
  const captured = local ?? wirelessOfAnswer(walk)
  leave(walk, source, received, captured !== undefined)
  if (!captured) return undefined
  tell(walk, 'guest-egress', captured.resource.id, captureFact(walk, local), () => {
    const stays = `A prefix on ${captured.resource.name} covers ${sayAddress(model, client.address)}, so the answer stays in the guest`
    return local && looksBack(walk)
      ? `${stays}; with a filter or a policy route Linux drops the packet on arrival already.`
      : `${stays}.`
  })
  return { at: 'guest-egress', reason: 'reply-routed-to-loopback' }
}
