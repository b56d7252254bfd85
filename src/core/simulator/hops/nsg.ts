import { evaluateSecurity } from '../../topology/security-evaluation.ts'
import { arrivalOf, type PlaceOnTheWay, tell, type Walk } from '../walk.ts'
import { say } from '../words.ts'

/** Whether what nobody attached a group to is closed: behind a public load balancer or address that is not Basic. */
function isClosedWithoutGroup({ model, kind, delivery, probe, called, member }: Walk): boolean {
  if (kind === 'routed') return false
  const loadBalancer = delivery?.frontend.loadBalancer ?? probe?.loadBalancer
  const frontendKind = delivery && model.frontendKind(delivery.frontend)
  if (delivery ?? probe) {
    if ((frontendKind ?? model.loadBalancerKind(loadBalancer)) !== 'public') return false
    return model.find('loadBalancer', loadBalancer)?.sku !== 'Basic'
  }
  const publicAddress = model.find('publicIPAddress', member.ipConfiguration?.publicIPAddress)
  return called.address !== (member.address ?? member.label) && publicAddress?.sku !== 'Basic'
}

/** The network security groups of subnet and NIC. They see the destination as the host has left it. */
export const nsg: PlaceOnTheWay = (walk) => {
  const { model, member, source, destination, protocol } = walk
  if (!member.ipConfiguration) return undefined
  const decision = evaluateSecurity(model, member, {
    direction: 'Inbound',
    protocol,
    sourceAddress: source.address,
    sourcePort: source.port,
    destinationAddress: destination.address,
    destinationPort: destination.port,
  })
  const packet = () => `${say(model, source)} to ${say(model, destination)}`
  if (decision.groups.length === 0) {
    const closed = isClosedWithoutGroup(walk)
    const fact = closed ? 'public-standard-closed-without-group' : 'internal-open-without-group'
    tell(walk, 'nsg', arrivalOf(walk), fact, () =>
      closed
        ? 'No security group: a public Standard load balancer is closed without one, so dropped.'
        : 'No security group: passes.',
    )
    return closed ? { at: 'nsg', reason: 'nsg-deny', securityRule: null } : undefined
  }
  const group = decision.networkSecurityGroup ?? arrivalOf(walk)
  if (decision.allowed && decision.securityRule === null) {
    tell(walk, 'nsg', group, 'unknown-security-rules-pass', () => {
      return `The security rules of ${model.nameOf(group)} are not known: taken to allow ${packet()}.`
    })
    return undefined
  }
  const fact = walk.kind === 'probe' ? 'probe-source-address' : 'security-group-sees-guest-destination'
  tell(walk, 'nsg', group, fact, () => {
    const what = `${decision.securityRule} of ${model.nameOf(group)}`
    return decision.allowed ? `${what} allows ${packet()}.` : `${what} denies ${packet()}.`
  })
  if (decision.allowed) return undefined
  return { at: 'nsg', reason: 'nsg-deny', securityRule: decision.securityRule }
}
