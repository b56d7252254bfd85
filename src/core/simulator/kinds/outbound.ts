import {
  canonicalAddress,
  familyOf,
  parseAddress,
  prefixContains,
  sameAddress,
} from '../../topology/address.ts'
import type { PoolMember, Resource, TopologyModel } from '../../topology/model.ts'
import { privateRanges } from '../../topology/private-ranges.ts'
import { evaluateSecurity } from '../../topology/security-evaluation.ts'
import { guestOf } from '../guest.ts'
import { addressOfMachine, isPort, isUnreadable, readMachine } from '../read-flow.ts'
import type { Endpoint, FlowResult, Hop, OutboundFlow, Trace } from '../trace.ts'
import { type Told, tell } from '../walk.ts'
import { say, sayAddress, sayInterface } from '../words.ts'

/** How a connection gets a public source address. */
interface Method {
  readonly resource: string
  /** The public address, or the id of what will have it. */
  readonly address: string
  readonly fact: string
}

const nearPrefixes = [...privateRanges, 'fe80::/10']

function publicAddress(model: TopologyModel, id: string | undefined): string | undefined {
  const found = model.find('publicIPAddress', id) ?? model.find('publicIPPrefix', id)
  return found && ('ipAddress' in found ? (found.ipAddress ?? found.id) : found.id)
}

function fromNatGateway(model: TopologyModel, { subnet }: PoolMember): Method | undefined {
  const gateway = model.find('natGateway', subnet?.natGateway)
  const ids = [...(gateway?.publicIPAddresses ?? []), ...(gateway?.publicIPPrefixes ?? [])]
  const address = ids.flatMap((id) => publicAddress(model, id) ?? [])[0]
  return gateway && address !== undefined
    ? { resource: gateway.id, address, fact: 'outbound-method-order' }
    : undefined
}

function fromInstance(model: TopologyModel, { ipConfiguration }: PoolMember): Method | undefined {
  const address = publicAddress(model, ipConfiguration?.publicIPAddress)
  return ipConfiguration && address !== undefined
    ? { resource: ipConfiguration.id, address, fact: 'outbound-method-order' }
    : undefined
}

function fromFrontend(model: TopologyModel, id: string | undefined, resource: string): Method | undefined {
  const frontend = model.find('frontendIPConfiguration', id)
  if (!frontend || model.frontendKind(frontend) !== 'public') return undefined
  return {
    resource,
    address: model.frontendAddress(frontend.id) ?? frontend.id,
    fact: 'outbound-method-order',
  }
}

function fromOutboundRule(model: TopologyModel, { label }: PoolMember, protocol: string): Method | undefined {
  for (const outboundRule of model.all('outboundRule')) {
    if (outboundRule.protocol !== 'All' && outboundRule.protocol !== protocol) continue
    if (!model.membersOf(outboundRule.backendAddressPool).some((member) => member.label === label)) continue
    for (const frontend of outboundRule.frontendIPConfigurations ?? []) {
      const method = fromFrontend(model, frontend, outboundRule.id)
      if (method) return method
    }
  }
  return undefined
}

function fromLoadBalancingRule(model: TopologyModel, { label }: PoolMember): Method | undefined {
  for (const loadBalancingRule of model.all('loadBalancingRule')) {
    if (loadBalancingRule.disableOutboundSnat === true) continue
    if (!model.membersOfRule(loadBalancingRule).some((member) => member.label === label)) continue
    const method = fromFrontend(model, loadBalancingRule.frontendIPConfiguration, loadBalancingRule.id)
    if (method) return method
  }
  return undefined
}

function byDefault({ subnet }: PoolMember): Method | undefined {
  if (subnet?.defaultOutboundAccess !== true) return undefined
  return { resource: subnet.id, address: subnet.id, fact: 'default-outbound-access' }
}

/** A secondary IPv4 configuration, which neither load balancers nor default outbound access translate. */
const isSecondary = ({ ipConfiguration, family }: PoolMember): boolean =>
  family === 'IPv4' && ipConfiguration?.primary === false

function methodFor(model: TopologyModel, member: PoolMember, protocol: string): Method | undefined {
  const fits = (method: Method | undefined) =>
    method && (familyOf(method.address) ?? member.family) === member.family ? method : undefined
  const own = fits(fromNatGateway(model, member)) ?? fits(fromInstance(model, member))
  if (own || isSecondary(member)) return own
  return (
    fits(fromOutboundRule(model, member, protocol)) ??
    fits(fromLoadBalancingRule(model, member)) ??
    fits(byDefault(member))
  )
}

/** Whether an address is reached inside the virtual network or over private links, without a public source. */
function isPrivate(model: TopologyModel, member: PoolMember, address: string): boolean {
  const networks = model.reachableNetworks(member.subnet?.virtualNetwork)
  const prefixes = [...nearPrefixes, ...networks.flatMap(({ addressPrefixes }) => addressPrefixes ?? [])]
  const near = model
    .all('client')
    .some((one) => one.location !== 'internet' && sameAddress(one.ipAddress, address))
  return near || prefixes.some((prefix) => prefixContains(prefix, address))
}

/** The IP configuration of this VM with that address; an id stands for one whose address is not known. */
function configurationOf(model: TopologyModel, machine: string, address: string): PoolMember | undefined {
  for (const nic of model.interfacesOf(machine)) {
    for (const { id, privateIPAddress } of model.ipConfigurationsOf(nic.id)) {
      if (id === address || sameAddress(privateIPAddress, address)) return model.memberOf(id)
    }
  }
  return undefined
}

function trace(
  model: TopologyModel,
  flow: OutboundFlow,
  machine: Resource<'virtualMachine'>,
  source: Endpoint,
  destination: Endpoint,
): Trace {
  const hops: Hop[] = []
  const guest = guestOf(model, machine)
  const nic = guest.nicFor(destination.address, source.address)
  const member = configurationOf(model, machine.id, source.address)
  const told: Told = { source, destination, hops }
  const out = nic?.id ?? machine.id
  const ended = (end: Pick<Trace, 'verdict' | 'at' | 'reason' | 'securityRule'>): Trace => ({
    flow,
    backend: machine.id,
    ...(member?.ipConfiguration ? { backendIPConfiguration: member.ipConfiguration.id } : {}),
    ...end,
    hops,
  })
  tell(told, 'guest-egress', machine.id, 'guest-routes-choose-nic', () => {
    const bound = flow.bind ? 'is bound to' : 'gets'
    return `${machine.name} calls ${say(model, destination)}; its socket ${bound} the source ${sayAddress(model, source.address)} and leaves by ${sayInterface(nic)}.`
  })
  const subnet = model.find('subnet', nic && model.ipConfigurationsOf(nic.id)[0]?.subnet)
  const decision = evaluateSecurity(
    model,
    { networkInterface: nic, subnet: member?.subnet ?? subnet },
    {
      direction: 'Outbound',
      protocol: flow.protocol,
      sourceAddress: source.address,
      sourcePort: source.port,
      destinationAddress: destination.address,
      destinationPort: destination.port,
    },
  )
  const isUnknown = decision.allowed && decision.groups.length > 0 && decision.securityRule === null
  const fact = isUnknown ? 'unknown-security-rules-pass' : 'security-group-sees-guest-destination'
  tell(told, 'nsg', decision.networkSecurityGroup ?? out, fact, () =>
    decision.groups.length === 0
      ? 'Neither subnet nor NIC has a network security group, so the packet leaves.'
      : isUnknown
        ? `The security rules of ${model.nameOf(decision.networkSecurityGroup ?? '')} are not known: taken to allow ${say(model, source)} to ${say(model, destination)}.`
        : `${decision.securityRule} of ${model.nameOf(decision.networkSecurityGroup ?? '')} ${decision.allowed ? 'allows' : 'denies'} ${say(model, source)} to ${say(model, destination)}.`,
  )
  if (!decision.allowed) {
    return ended({ verdict: 'dropped', at: 'nsg', reason: 'nsg-deny', securityRule: decision.securityRule })
  }
  if (!member) {
    tell(told, 'host-egress', out, 'outbound-needs-ipconfig-source', () => {
      return `${sayAddress(model, source.address)} is no address of an IP configuration of ${machine.name}, so Azure does not translate it and the connection fails.`
    })
    return ended({ verdict: 'dropped', at: 'host-egress', reason: 'outbound-vip-source' })
  }
  const inside = isPrivate(model, member, destination.address)
  const method = inside ? undefined : methodFor(model, member, flow.protocol)
  if (!inside && !method) {
    const secondary = isSecondary(member)
    const fact = secondary ? 'outbound-covers-primary-ipconfig' : 'internal-frontend-gives-no-outbound'
    tell(told, 'host-egress', out, fact, () => {
      if (secondary) {
        return `${sayAddress(model, source.address)} is a secondary address of ${sayInterface(nic)}, and neither a NAT gateway nor a public address of its own translates it: the packet has no way out.`
      }
      return `${machine.name} has no NAT gateway, public address, outbound rule or default outbound access: the packet has no way out.`
    })
    return ended({ verdict: 'dropped', at: 'host-egress', reason: 'no-outbound-method' })
  }
  const outside: Told = { ...told, source: method ? { address: method.address, port: null } : source }
  const sayWay = () =>
    method
      ? `${model.nameOf(method.resource)} gives the connection the source ${sayAddress(model, method.address)}.`
      : `${sayAddress(model, destination.address)} is reached without a public source address.`
  tell(outside, 'host-egress', method?.resource ?? out, method?.fact ?? 'outbound-stays-in-network', sayWay)
  tell(outside, 'server', method?.resource ?? out, method?.fact ?? 'outbound-stays-in-network', () => {
    return `The server at ${say(model, destination)} gets the connection from ${sayAddress(model, outside.source.address)}.`
  })
  return ended({ verdict: 'delivered', at: 'server', reason: 'ok' })
}

/** A VM calls somebody outside. */
export function simulateOutbound(model: TopologyModel, flow: OutboundFlow): FlowResult {
  const machine = readMachine(model, flow.from, 'from')
  if (isUnreadable(machine)) return { flow, traces: [], ...machine }
  const { to, bind, port, protocol } = flow
  const problem = (text: string): FlowResult => ({ flow, traces: [], problem: text })
  if (typeof to !== 'string') return problem('The flow has no “to”.')
  const frontend = model.find('frontendIPConfiguration', to)
  const target = frontend ? (model.frontendAddress(frontend.id) ?? frontend.id) : canonicalAddress(to)
  const family = frontend ? model.frontendFamily(frontend) : familyOf(to)
  if (!family) return problem(`“${to}” in “to” is neither an address nor a frontend of this diagram.`)
  if (bind !== undefined && (typeof bind !== 'string' || !parseAddress(bind)))
    return problem(`“${bind}” in “bind” is no address.`)
  if (bind !== undefined && familyOf(bind) !== family)
    return problem(`${bind} cannot call ${model.nameOf(to)}: one is IPv4 and the other IPv6.`)
  if (protocol !== 'Tcp' && protocol !== 'Udp') return problem('The protocol of a flow is Tcp or Udp.')
  if (!isPort(port)) return problem('The port of a flow is a whole number from 0 to 65535.')
  const address = bind ? canonicalAddress(bind) : addressOfMachine(model, machine, target, family)
  if (address === undefined) return problem(`${machine.name} has no ${family} address to call from.`)
  return { flow, traces: [trace(model, flow, machine, { address, port: null }, { address: target, port })] }
}
