import { intendedClients } from '../topology/intended-clients.ts'
import { isHaPorts, type PoolMember, type Resource, type TopologyModel } from '../topology/model.ts'
import { assumedIn } from './assumed-probes.ts'
import { isNatRule, matchFrontendRule, rulesInOrder } from './frontend-rules.ts'
import type { FrontendRule } from './walk.ts'

/** Things, and lists of things, that are compared by identity. */
export type Inputs = readonly unknown[]

/** Whether two lists hold the same things. */
export const sameInputs = (one: Inputs, other: Inputs): boolean =>
  one === other || (one.length === other.length && one.every((item, index) => item === other[index]))

/** Makes lists that stay the same object from document to document while nothing in them changes. */
function keeper(): (key: object | undefined, list: Inputs) => Inputs {
  const kept = new WeakMap<object, Inputs>()
  return (key, list) => {
    const before = key && kept.get(key)
    if (before && sameInputs(before, list)) return before
    if (key) kept.set(key, list)
    return list
  }
}

/** Computes a list once for each model and thing. */
function onceForEach<R extends Resource>(
  compute: (model: TopologyModel, resource: R) => Inputs,
): (model: TopologyModel, resource: R) => Inputs {
  const keep = keeper()
  const models = new WeakMap<TopologyModel, Map<R, Inputs>>()
  return (model, resource) => {
    let ofModel = models.get(model)
    if (!ofModel) {
      ofModel = new Map()
      models.set(model, ofModel)
    }
    const known = ofModel.get(resource)
    if (known) return known
    const list = keep(resource, compute(model, resource))
    ofModel.set(resource, list)
    return list
  }
}

const keepSurroundings = keeper()
const surroundings = new WeakMap<TopologyModel, Inputs>()

/** What routes, security tags and synthetic clients of every rule depend on. There is little of it, and it seldom changes. */
function surroundingsOf(model: TopologyModel): Inputs {
  const known = surroundings.get(model)
  if (known) return known
  const all = [
    ...model.all('client'),
    ...model.all('virtualNetwork'),
    ...model.all('subnet'),
    ...model.all('routeTable'),
    ...model.all('natGateway'),
  ]
  const list = keepSurroundings(all[0], all)
  surroundings.set(model, list)
  return list
}

const machineInputs = onceForEach<Resource<'virtualMachine'>>((model, machine) => {
  const nics = model.interfacesOf(machine.id)
  return [
    ...nics.flatMap((nic) => [nic, ...model.ipConfigurationsOf(nic.id)]),
    ...model.loopbacksOf(machine.id),
    ...model.listenersOf(machine.id),
  ]
})

function memberInputs(model: TopologyModel, member: PoolMember): Inputs {
  const { ipConfiguration, networkInterface, virtualMachine, subnet } = member
  return [
    ipConfiguration,
    networkInterface,
    model.find('networkSecurityGroup', networkInterface?.networkSecurityGroup),
    model.find('networkSecurityGroup', subnet?.networkSecurityGroup),
    virtualMachine,
    virtualMachine && machineInputs(model, virtualMachine),
  ]
}

const poolInputs = onceForEach<Resource<'backendAddressPool'>>((model, pool) => [
  pool,
  ...model.membersOf(pool.id).flatMap((member) => memberInputs(model, member)),
])

/** Who calls a frontend, and what may take a packet there, or at another one with its address. */
const frontendInputs = onceForEach<Resource<'frontendIPConfiguration'>>((model, frontend) => {
  const address = model.frontendAddress(frontend.id)
  const sharing = address === undefined ? [frontend] : model.frontendsWithAddress(address)
  return [
    ...sharing.flatMap((one) => [
      one,
      model.find('publicIPAddress', one.publicIPAddress),
      model.find('loadBalancer', one.loadBalancer),
      ...rulesInOrder(model, one.id),
    ]),
    ...intendedClients(model, frontend).flatMap(({ id, address }) => [id, address]),
  ]
})

/** The rules that may take the packets which a rule is meant for: itself, and others before it. */
function takersOf(
  model: TopologyModel,
  frontendRule: FrontendRule,
  frontend: Resource<'frontendIPConfiguration'>,
): readonly FrontendRule[] {
  const { protocol, frontendPort } = frontendRule
  const manyPorts = isNatRule(frontendRule)
    ? frontendRule.frontendPortRangeStart !== undefined
    : isHaPorts(frontendRule)
  if (manyPorts || frontendPort === undefined) return rulesInOrder(model, frontend.id)
  const match = matchFrontendRule(model, [frontend], protocol === 'Udp' ? 'Udp' : 'Tcp', frontendPort)
  return match && match.frontendRule.id !== frontendRule.id
    ? [frontendRule, match.frontendRule]
    : [frontendRule]
}

function deliveryInputs(model: TopologyModel, frontendRule: FrontendRule): Inputs {
  if (isNatRule(frontendRule)) {
    const pool = model.find('backendAddressPool', frontendRule.backendAddressPool)
    const target = frontendRule.backendIPConfiguration !== undefined
    return target || !pool
      ? model.membersOfRule(frontendRule).flatMap((member) => memberInputs(model, member))
      : [poolInputs(model, pool)]
  }
  const probe = model.find('probe', frontendRule.probe)
  return [
    probe,
    model.find('loadBalancer', probe?.loadBalancer),
    model.loadBalancerKind(probe?.loadBalancer),
    ...model.poolsOf(frontendRule).map((pool) => poolInputs(model, pool)),
  ]
}

const mostTakers = 200

/**
 * Everything that a rule's reachability follows from: while all of it is the same, so is the result.
 * Absent where it cannot be said, because a global load balancer hands on to others, and where it is too much.
 */
export function inputsOfRule(model: TopologyModel, frontendRule: FrontendRule): Inputs | undefined {
  const frontend = model.find('frontendIPConfiguration', frontendRule.frontendIPConfiguration)
  const around = [...assumedIn(model), surroundingsOf(model)]
  if (!frontend) return [...around, ...deliveryInputs(model, frontendRule)]
  if (model.find('loadBalancer', frontend.loadBalancer)?.tier === 'Global') return undefined
  const takers = takersOf(model, frontendRule, frontend)
  if (takers.length > mostTakers) return undefined
  return [
    ...around,
    frontendInputs(model, frontend),
    ...takers.flatMap((one) => [one, ...deliveryInputs(model, one)]),
  ]
}
