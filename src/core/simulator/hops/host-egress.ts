import type { Endpoint } from '../trace.ts'
import { arrivalOf, type PlaceOnTheWay, tell, type Walk } from '../walk.ts'
import { say, sayAddress } from '../words.ts'
import { isLinkLocal, nicOfAnswer } from './way-back.ts'

function sayMismatch({ model, source }: Walk, received: Endpoint): string {
  if (source.address !== received.address)
    return `The answer comes from ${sayAddress(model, source.address)}, not ${sayAddress(model, received.address)}`
  return `The answer comes from another port of ${sayAddress(model, source.address)} than ${received.port}`
}

/** The Azure host takes the answer from the guest: it must come by the arrival NIC and from the called address. */
export const hostEgress: PlaceOnTheWay = (walk) => {
  const { model, member, source, received } = walk
  const by = nicOfAnswer(walk)
  if (by && by.id !== member.networkInterface?.id) {
    const fact = walk.portForward ? 'forward-target-is-routed' : 'reply-must-leave-by-arrival-nic'
    tell(walk, 'host-egress', by.id, fact, () => {
      return `The answer leaves by ${by.name}, but the packet came in by ${member.networkInterface?.name}: lost.`
    })
    return { at: 'host-egress', reason: 'reply-wrong-nic' }
  }
  if (received && (source.address !== received.address || source.port !== received.port)) {
    tell(walk, 'host-egress', arrivalOf(walk), 'reply-must-keep-source', () => {
      return `${sayMismatch(walk, received)}: the client ignores it.`
    })
    return { at: 'host-egress', reason: 'reply-source-mismatch' }
  }
  const fact = isLinkLocal(walk.client.address)
    ? 'link-local-answer-stays-on-link'
    : 'guest-routes-choose-nic'
  tell(walk, 'host-egress', arrivalOf(walk), fact, () => {
    return `The answer leaves by ${member.networkInterface?.name} from ${say(model, source)}.`
  })
  return undefined
}
