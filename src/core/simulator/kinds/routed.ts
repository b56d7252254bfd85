import { sameAddress } from '../../topology/address.ts'
import { isHaPorts, type PoolMember, type TopologyModel } from '../../topology/model.ts'
import { applianceOf, haPortsFrontend, routeFrom, subnetHolding } from '../../topology/routing.ts'
import { candidatesOf } from '../frontend-rules.ts'
import { chooseMember } from '../hops/frontend.ts'
import { nsg } from '../hops/nsg.ts'
import { isUnreadable, type ReadCall, readCall } from '../read-flow.ts'
import type { Flow, FlowResult, Hop, Trace } from '../trace.ts'
import { traceOf } from '../trace-of.ts'
import {
  arrivalOf,
  machineOf,
  type PlaceOnTheWay,
  pass,
  type Stop,
  startWalk,
  type Told,
  tell,
  verdictOf,
} from '../walk.ts'
import { say } from '../words.ts'

type RoutedFlow = Extract<Flow, { readonly kind: 'routed' }>

const forwardingHost: PlaceOnTheWay = (walk) => {
  const { model, member, destination } = walk
  if (member.networkInterface && member.networkInterface.enableIPForwarding !== true) {
    tell(walk, 'host', arrivalOf(walk), 'nic-must-forward', () => {
      return `IP forwarding is off on ${model.nameOf(arrivalOf(walk))}, so it gets nothing for ${say(model, destination)}.`
    })
    return { at: 'host', reason: 'nic-ip-forwarding-disabled' }
  }
  tell(walk, 'host', arrivalOf(walk), 'routed-packets-stay-unchanged', () => {
    return `The packet reaches ${model.nameOf(arrivalOf(walk))} with its destination ${say(model, destination)} unchanged.`
  })
  return undefined
}

const forwardingGuest: PlaceOnTheWay = (walk) => {
  const { model, guest, destination } = walk
  walk.received = destination
  const machine = model.nameOf(machineOf(walk))
  if (!guest?.described) {
    tell(walk, 'guest-ip', machineOf(walk), 'guest-not-described', () => {
      return `Nothing is said about the guest of ${machine}, so whether it forwards is not known.`
    })
    return { at: 'guest-ip', reason: 'guest-unknown' }
  }
  const forwards = guest.virtualMachine.guest?.ipForwarding === true
  tell(walk, 'guest-ip', machineOf(walk), 'guest-must-forward', () =>
    forwards
      ? `${machine} forwards the packet to ${say(model, destination)}.`
      : `${say(model, destination)} is no address of ${machine}, and its guest does not forward: it drops the packet.`,
  )
  return forwards ? undefined : { at: 'guest-ip', reason: 'guest-no-address' }
}

function follow(
  model: TopologyModel,
  flow: RoutedFlow,
  read: ReadCall,
  member: PoolMember,
  hops: Hop[],
): Trace {
  const { client, called, protocol } = read
  const walk = startWalk({
    model,
    kind: 'routed',
    protocol,
    client,
    called,
    member,
    delivery: undefined,
    probe: undefined,
    hops,
  })
  const stop: Stop = pass(walk, [nsg, forwardingHost, forwardingGuest]) ?? { at: 'server', reason: 'ok' }
  if (stop.reason === 'ok') {
    tell(walk, 'server', machineOf(walk), 'routed-packets-stay-unchanged', () => {
      return `${say(model, called)} gets the packet from ${say(model, client)}; the way back is a flow of its own.`
    })
  }
  const verdict = stop.reason === 'ok' ? 'delivered' : verdictOf(walk, stop)
  return traceOf(flow, member, verdict, stop, walk.received, hops)
}

/** The subnet whose routes a packet follows: its caller’s own, or the one that holds the address. */
function subnetOfCaller(model: TopologyModel, { caller, callerMachine, client }: ReadCall) {
  const drawn = model.find('client', caller)?.subnet
  const nics = callerMachine ? model.interfacesOf(callerMachine.id) : []
  const configuration = nics
    .flatMap(({ id }) => model.ipConfigurationsOf(id))
    .find(({ privateIPAddress }) => sameAddress(privateIPAddress, client.address))
  return model.find('subnet', drawn ?? configuration?.subnet) ?? subnetHolding(model, client.address)
}

/** A route sends a packet to the HA ports frontend of an appliance; nothing is rewritten on the way. */
export function simulateRouted(model: TopologyModel, flow: RoutedFlow): FlowResult {
  const read = readCall(model, flow)
  if (isUnreadable(read)) return { flow, traces: [], ...read }
  const { client, called, protocol, backend } = read
  const hops: Hop[] = []
  const told: Told = { source: client, destination: called, hops }
  const subnet = subnetOfCaller(model, read)
  const route = routeFrom(model, subnet, called.address)
  const nextHop = applianceOf(route)
  const frontend = haPortsFrontend(model, nextHop)
  const dropped = (stop: Stop): FlowResult => ({
    flow,
    traces: [{ flow, verdict: 'dropped', ...stop, hops }],
  })
  const caller = read.caller ?? frontend?.id ?? subnet?.id ?? called.address
  const packet = () => `${say(model, client)} sends to ${say(model, called)}`
  tell(told, 'client', caller, 'longest-route-wins', () =>
    route
      ? `${packet()}, and the route ${route.addressPrefix} of ${model.nameOf(subnet?.routeTable ?? '')} takes it.`
      : `${packet()}.`,
  )
  const haPorts = frontend && model.rulesOfFrontend(frontend.id).find(isHaPorts)
  if (!haPorts) {
    const hopFrontend = nextHop === undefined ? undefined : model.frontendsWithAddress(nextHop)[0]
    tell(told, 'frontend', hopFrontend?.id ?? subnet?.id ?? called.address, 'longest-route-wins', () =>
      nextHop === undefined && route
        ? `The route leads to ${route.nextHopType ?? 'nothing'}, not to a load balancer.`
        : nextHop === undefined
          ? `No route of ${subnet?.name ?? 'the sender'} sends ${say(model, called)} to a load balancer.`
          : `The route leads to ${nextHop}, which is no frontend with an HA ports rule: the packet is dropped.`,
    )
    return dropped({ at: 'frontend', reason: 'next-hop-not-ha-ports' })
  }
  const match = { frontendRule: haPorts, frontend }
  const port = called.port ?? 0
  const call = { model, protocol, to: frontend.id, port, ...told }
  const choice = chooseMember(call, match, candidatesOf(model, match, port), backend)
  if (choice.stop) return dropped(choice.stop)
  const traces = choice.members.map((member) => follow(model, flow, read, member, [...hops]))
  return { flow, traces }
}
