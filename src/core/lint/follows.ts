import { addressOfCidr, sameAddress } from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { InboundRule } from './inbound-rule.ts'

/** Whether one finding follows from another one, as far as the resources of the document say. */
export type Relation = (model: TopologyModel, cause: Diagnostic, one: Diagnostic) => boolean

/** Everything that a finding names. */
export const thingsOf = ({ resource, related }: Diagnostic): readonly string[] => [resource, ...related]

const inboundRuleOf = (model: TopologyModel, id: string) =>
  model.find('loadBalancingRule', id) ?? model.find('inboundNatRule', id)

/** The virtual machines that a finding names. */
export const machinesOf = ({ related }: Diagnostic): readonly string[] =>
  related.filter((id) => id.startsWith('virtualMachine/'))

/** Whether a finding concerns no other things than its cause. */
const isWithin = (cause: Diagnostic, one: Diagnostic): boolean => {
  const things = new Set(thingsOf(cause))
  return one.related.every((id) => things.has(id))
}

/** The frontends that a finding is about: of its rule, of the rules with its probe, or itself. */
export function frontendsOf(model: TopologyModel, id: string): readonly string[] {
  if (model.find('frontendIPConfiguration', id)) return [id]
  if (!model.find('probe', id))
    return [inboundRuleOf(model, id)?.frontendIPConfiguration].flatMap((one) => one ?? [])
  return model
    .referrersTo(id)
    .flatMap(({ source }) => model.find('loadBalancingRule', source)?.frontendIPConfiguration ?? [])
}

const loadBalancerOf = (model: TopologyModel, id: string): string | undefined =>
  model.find('loadBalancer', id)?.id ??
  (model.get(id) as { readonly loadBalancer?: string } | undefined)?.loadBalancer

/** They are about things of one load balancer. */
export const sameLoadBalancer: Relation = (model, cause, one) => {
  const owner = loadBalancerOf(model, cause.resource)
  return owner !== undefined && owner === loadBalancerOf(model, one.resource)
}

/** They are about things of one load balancer, whose frontends are of the other kind. */
export const unlessKind =
  (kind: 'public' | 'internal'): Relation =>
  (model, cause, one) =>
    sameLoadBalancer(model, cause, one) &&
    model.loadBalancerKind(loadBalancerOf(model, cause.resource)) !== kind

/** How many frontends of a kind the load balancer of a finding has, but for the one that the finding is about. */
function othersOfKind(model: TopologyModel, { resource }: Diagnostic, kind: 'public' | 'internal'): number {
  const frontends = model.frontendsOf(loadBalancerOf(model, resource) ?? '')
  return frontends.filter((one) => one.id !== resource && model.frontendKind(one) === kind).length
}

/** The cause is about the only frontend that makes a load balancer public. */
export const onlyPublic: Relation = (model, cause, one) =>
  sameLoadBalancer(model, cause, one) && othersOfKind(model, cause, 'public') === 0

/** The cause is about a frontend without which all of a load balancer would be of one kind. */
export const onlyOfKind: Relation = (model, cause, one) =>
  sameLoadBalancer(model, cause, one) &&
  (othersOfKind(model, cause, 'public') === 0 || othersOfKind(model, cause, 'internal') === 0)

/** The cause is about a load balancer most of whose frontends are not public. */
export const mostlyInternal: Relation = (model, cause, one) =>
  cause.resource === one.resource &&
  othersOfKind(model, cause, 'public') <= othersOfKind(model, cause, 'internal')

/** The cause is about the frontend, or about an address that it shares, from which the packets of the other come. */
export const sameFrontend: Relation = (model, cause, one) => {
  const things = new Set(thingsOf(cause))
  return frontendsOf(model, one.resource).some((id) => things.has(id))
}

/** Two rules of one frontend that concern the same things. */
export const sameAddressMissing: Relation = (model, cause, one) => {
  const [first] = frontendsOf(model, cause.resource)
  return first !== undefined && frontendsOf(model, one.resource)[0] === first && isWithin(cause, one)
}

/** Rules of one frontend, and no other guests than those of the cause. */
export const sameArrival: Relation = (model, cause, one) => {
  const [first] = frontendsOf(model, cause.resource)
  const concerned = new Set(machinesOf(cause))
  return (
    first !== undefined &&
    frontendsOf(model, one.resource)[0] === first &&
    machinesOf(one).every((id) => concerned.has(id))
  )
}

/** Switches of the same guests. */
export const sameGuests: Relation = (_model, cause, one) => isWithin(cause, one)

/** What is called in a guest. */
export interface Service {
  readonly protocol?: string | undefined
  readonly port?: number | undefined
}

/** The service that a finding about a rule or a probe asks for. */
export function serviceOf(model: TopologyModel, id: string): Service {
  const rule = inboundRuleOf(model, id)
  if (rule) return { protocol: rule.protocol, port: rule.backendPort }
  return { protocol: 'Tcp', port: model.find('probe', id)?.port }
}

const isSame = (one: Service, other: Service) =>
  one.port !== undefined && one.port === other.port && one.protocol === other.protocol

/** Whether a guest has a service at whatever address, as long as it has one. */
const hasService = (model: TopologyModel, machine: string, service: Service): boolean =>
  model
    .listenersOf(machine)
    .some(
      (listener) => listener.enabled !== false && listener.address !== undefined && isSame(service, listener),
    )

/** They miss one service, which is nowhere in the guests. */
export const sameService: Relation = (model, cause, one) => {
  const service = serviceOf(model, cause.resource)
  return (
    isSame(service, serviceOf(model, one.resource)) &&
    isWithin(cause, one) &&
    machinesOf(one).every((machine) => !hasService(model, machine, service))
  )
}

/**
 * The cause is about an address at which a service is asked for: the frontend's of a floating rule, or a NIC's own.
 * The guest has the service that a rule asks for, but not at this address.
 */
export const servedElsewhere: Relation = (model, cause, one) => {
  const rule = inboundRuleOf(model, one.resource)
  const service = serviceOf(model, one.resource)
  const holders = new Set<string | undefined>(
    thingsOf(cause).map((id) => model.memberOf(id)?.virtualMachine?.id),
  )
  return (
    sameFrontend(model, cause, one) &&
    machinesOf(one).every(
      (machine) =>
        (holders.has(machine) || rule?.enableFloatingIP === true) &&
        (!rule || hasService(model, machine, service)),
    )
  )
}

/** Rules with one pool. */
export const samePool: Relation = (model, cause, one) => {
  const poolOf = (id: string) => inboundRuleOf(model, id)?.backendAddressPool
  const pool = poolOf(cause.resource)
  return pool !== undefined && pool === poolOf(one.resource)
}

/** The cause is a field of a listener that would be the missing service, in the one guest that misses it. */
export const brokenListener: Relation = (model, cause, one) => {
  const listener = model.find('listener', cause.resource)
  const machines = machinesOf(one)
  if (!listener || machines.length !== 1 || machines[0] !== listener.virtualMachine) return false
  const { protocol, port } = serviceOf(model, one.resource)
  const isSame = { protocol: listener.protocol === protocol, port: listener.port === port }
  return (isSame.protocol || cause.path === 'protocol') && (isSame.port || cause.path === 'port')
}

/** The cause is a field of a loopback adapter of the one guest that lacks an address. */
export const brokenLoopback: Relation = (model, cause, one) => {
  const machines = machinesOf(one)
  const loopback = model.find('loopbackInterface', cause.resource)
  return loopback !== undefined && machines.length === 1 && machines[0] === loopback.virtualMachine
}

function holdsAddress({ addresses }: Resource<'loopbackInterface'>, address: string | undefined): boolean {
  return (addresses ?? []).some((cidr) => sameAddress(addressOfCidr(cidr), address))
}

/** The cause is about a rule that would bring packets to the address of a loopback adapter, or brought them there before. */
export const ruleOfLoopback: Relation = (model, cause, one) => {
  const loopback = model.find('loopbackInterface', one.resource)
  const rules = thingsOf(cause).flatMap((id) => inboundRuleOf(model, id) ?? [])
  return loopback !== undefined && rules.some((rule) => bringsTo(model, rule, loopback))
}

/** The same of a service that guests miss, which is bound to the address of the adapter in one of them. */
export const ruleOfServedLoopback: Relation = (model, cause, one) => {
  const loopback = model.find('loopbackInterface', one.resource)
  const machine = loopback?.virtualMachine
  if (!loopback || !machine || !machinesOf(cause).includes(machine)) return false
  const service = serviceOf(model, cause.resource)
  return (
    ruleOfLoopback(model, cause, one) &&
    model
      .listenersOf(machine)
      .some((listener) => isSame(service, listener) && holdsAddress(loopback, listener.address))
  )
}

function bringsTo(model: TopologyModel, rule: InboundRule, loopback: Resource<'loopbackInterface'>): boolean {
  const members = model.membersOfRule(rule)
  const isMember = members.some(({ virtualMachine }) => virtualMachine?.id === loopback.virtualMachine)
  if (members.length > 0 && !isMember) return false
  const frontend = rule.frontendIPConfiguration
  if (frontend === undefined || holdsAddress(loopback, model.frontendAddress(frontend))) return true
  // The rule left the frontend whose address is held.
  return model
    .all('frontendIPConfiguration')
    .some(
      ({ id }) => model.rulesOfFrontend(id).length === 0 && holdsAddress(loopback, model.frontendAddress(id)),
    )
}

/** The rule does not float, though its members hold the frontend's address. */
export const floatingIsOff: Relation = (model, cause, one) => {
  const rule = model.find('loadBalancingRule', one.resource)
  if (!rule || rule.enableFloatingIP || !thingsOf(cause).includes(rule.id)) return false
  const address = model.frontendAddress(rule.frontendIPConfiguration)
  return machinesOf(one).every((machine) =>
    model.loopbacksOf(machine).some((loopback) => holdsAddress(loopback, address)),
  )
}

/** They are about one thing. */
export const sameResource: Relation = (_model, cause, one) => cause.resource === one.resource

/** The cause is about a thing that the other names. */
export const namedThing: Relation = (_model, cause, one) => thingsOf(one).includes(cause.resource)

/** One service, and no other guests or security groups than those of the cause. */
export const sameServiceAsked: Relation = (model, cause, one) =>
  isSame(serviceOf(model, cause.resource), serviceOf(model, one.resource)) && isWithin(cause, one)

/** The firewall of the same guests, which lets nothing in. */
export const closedFirewall: Relation = (model, cause, one) =>
  isWithin(cause, one) &&
  machinesOf(one).every(
    (machine) => (model.find('virtualMachine', machine)?.guest?.firewall?.inboundAllow ?? []).length === 0,
  )

/** The cause is a port or the protocol of the rule that the other is about. */
export const portOfRule: Relation = (_model, cause, one) =>
  cause.resource === one.resource && /^(protocol|(front|back)endPort)$/.test(cause.path ?? '')

/** One rule, and no other guests than those of the cause. */
export const sameRule: Relation = (_model, cause, one) =>
  cause.resource === one.resource && isWithin(cause, one)

/** A call to the frontend and port of a rule that the cause is about. */
export const callOfRule: Relation = (model, cause, one) => {
  const rule = inboundRuleOf(model, cause.resource)
  const frontend = rule?.frontendIPConfiguration
  const calls = model.find('virtualMachine', one.resource)?.guest?.connections
  const call = calls?.[Number(one.path?.split('.')[2])]
  return frontend !== undefined && one.related.includes(frontend) && call?.port === rule?.frontendPort
}

/** Both are about one connection of a guest. */
export const sameConnection: Relation = (_model, cause, one) => {
  const connectionOf = ({ path = '' }: Diagnostic) => path.split('.').slice(0, 3).join('.')
  return cause.resource === one.resource && connectionOf(cause) === connectionOf(one)
}
