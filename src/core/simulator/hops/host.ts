import { arrivalOf, type PlaceOnTheWay, tell, type Walk } from '../walk.ts'
import { say } from '../words.ts'

function unsupported({ delivery, member, model }: Walk): 'secondary' | 'ipv6' | undefined {
  if (!delivery?.floating) return undefined
  if (member.family === 'IPv6') {
    return model.frontendKind(delivery.frontend) === 'internal' ? 'ipv6' : undefined
  }
  const secondary = member.ipConfiguration?.primary === false
  return secondary && !model.find('natGateway', member.subnet?.natGateway) ? 'secondary' : undefined
}

function translate(walk: Walk): void {
  const { delivery, member, destination, model } = walk
  if (!delivery) {
    walk.destination = { address: member.address ?? member.label, port: destination.port }
    tell(walk, 'host', arrivalOf(walk), 'direct-address-needs-no-load-balancer', () =>
      destination.address === walk.destination.address
        ? `No load balancer: ${say(model, destination)} is an address of this NIC.`
        : `The host translates the public address ${say(model, destination)} to ${say(model, walk.destination)}.`,
    )
    return
  }
  const { floating, frontendAddress, port } = delivery
  walk.destination = { address: floating ? frontendAddress : (member.address ?? member.label), port }
  const changesPort = destination.port !== port
  const fact = floating
    ? changesPort
      ? 'floating-rule-changes-port'
      : 'floating-rule-keeps-destination'
    : 'default-rule-rewrites-destination'
  tell(walk, 'host', arrivalOf(walk), fact, () => {
    const to = say(model, walk.destination)
    if (!floating) return `Floating IP off: destination rewritten to ${to}.`
    return changesPort
      ? `Floating IP on: address kept, port changed to ${port}.`
      : `Floating IP on: destination left as ${to}.`
  })
}

/** The Azure host of the VM: it maps the destination, or keeps it with floating IP. */
export const host: PlaceOnTheWay = (walk) => {
  translate(walk)
  const problem = unsupported(walk)
  if (!problem) return undefined
  const { member, delivery, model } = walk
  if (problem === 'ipv6') {
    tell(walk, 'host', arrivalOf(walk), 'floating-ipv6-needs-public-frontend', () => {
      return `${delivery?.frontend.name} is internal, and floating IP does not work with internal IPv6 frontends.`
    })
  } else {
    tell(walk, 'host', arrivalOf(walk), 'floating-ip-needs-primary-ipconfig', () => {
      const name = model.nameOf(member.label)
      return `${name} is a secondary IP configuration, where floating IP does not work; the packet is lost.`
    })
  }
  return { at: 'host', reason: 'unsupported-secondary-ipconfig' }
}
