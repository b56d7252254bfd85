import { arrivalOf, type PlaceOnTheWay, tell } from '../walk.ts'
import { say, sayAddress } from '../words.ts'

/** The Azure host takes the answer from the guest: it must come by the arrival NIC and from the called address. */
export const hostEgress: PlaceOnTheWay = (walk) => {
  const { guest, model, client, member, source, received } = walk
  const by = guest?.nicFor(client.address, source.address)
  if (by && by.id !== member.networkInterface?.id) {
    tell(walk, 'host-egress', by.id, 'reply-must-leave-by-arrival-nic', () => {
      return `The answer leaves by ${by.name}, but the packet came in by ${member.networkInterface?.name}: lost.`
    })
    return { at: 'host-egress', reason: 'reply-wrong-nic' }
  }
  if (received && source.address !== received.address) {
    tell(walk, 'host-egress', arrivalOf(walk), 'reply-must-keep-source', () => {
      return `The answer comes from ${sayAddress(model, source.address)}, not ${sayAddress(model, received.address)}: the client ignores it.`
    })
    return { at: 'host-egress', reason: 'reply-source-mismatch' }
  }
  tell(walk, 'host-egress', arrivalOf(walk), 'guest-routes-choose-nic', () => {
    return `The answer leaves by ${member.networkInterface?.name} from ${say(model, source)}.`
  })
  return undefined
}
