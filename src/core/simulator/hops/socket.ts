import { canonicalAddress, familyOf } from '../../topology/address.ts'
import { isWildcard, ownsAddress } from '../guest.ts'
import { familyOfWalk, machineOf, type PlaceOnTheWay, tell } from '../walk.ts'
import { say, sayAddress, sayProtocol } from '../words.ts'

/** The socket that takes the packet, or the guest's refusal where nothing listens. */
export const socket: PlaceOnTheWay = (walk) => {
  const { guest, model, protocol, destination, probe } = walk
  if (!guest) return undefined
  const machine = () => model.nameOf(machineOf(walk))
  if (walk.portForward && !ownsAddress(guest, destination.address)) {
    tell(walk, 'socket', machineOf(walk), 'port-forward-in-guest', () => {
      return `${say(model, destination)} is no address of ${machine()}: what is behind the port forward counts as answering.`
    })
    return undefined
  }
  const family = familyOf(destination.address) ?? familyOfWalk(walk)
  const address = canonicalAddress(destination.address)
  const listener = guest.listenerFor(protocol, address, family, destination.port)
  if (listener) {
    walk.listener = listener
    const isHttp = probe !== undefined && probe.protocol !== 'Tcp'
    const fact = isHttp ? 'http-probe-counts-listener' : 'listener-takes-address'
    tell(walk, 'socket', listener.id, fact, () => {
      const bound = isWildcard(listener) ? 'any address' : listener.address
      return isHttp
        ? `${listener.name} on ${bound} takes it; a status of 200 is assumed.`
        : `${listener.name} on ${bound} takes the packet.`
    })
    return undefined
  }
  walk.refused = true
  tell(walk, 'socket', machineOf(walk), 'closed-port-refuses', () => {
    const where = `${sayProtocol(protocol)} port ${destination.port} of ${sayAddress(model, destination.address)}`
    const answer = protocol === 'Tcp' ? 'a reset' : 'port unreachable'
    return `Nothing on ${machine()} listens on ${where}: the guest answers with ${answer}.`
  })
  if (walk.kind !== 'probe') return undefined
  walk.source = destination
  walk.destination = walk.client
  tell(walk, 'guest-egress', machineOf(walk), 'closed-port-refuses', () => {
    return `The reset goes to ${say(model, walk.client)}, and the member counts as down.`
  })
  if (walk.portForward && walk.received) {
    walk.source = walk.received
    tell(walk, 'guest-egress', machineOf(walk), 'port-forward-in-guest', () => {
      return `The port forward puts the source back to ${say(model, walk.source)}.`
    })
  }
  return { at: 'socket', reason: 'no-listener-on-dip' }
}
