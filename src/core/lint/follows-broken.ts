// What follows from a field that holds nothing usable: a reference to nothing, a value that means nothing.

import { addressOfCidr, sameAddress } from '../topology/address.ts'
import type { TopologyModel } from '../topology/model.ts'
import type { Diagnostic } from './diagnostic.ts'
import { frontendsOf, machinesOf, type Relation, sameLoadBalancer, serviceOf, thingsOf } from './follows.ts'

function targetOf(model: TopologyModel, { resource, path = '' }: Diagnostic): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], model.get(resource))
}

/** Both refer to the same thing, which is not there. */
export const sameTarget: Relation = (model, cause, one) => {
  const target = targetOf(model, cause)
  return target !== undefined && target === targetOf(model, one)
}

/** The cause is a field of a security group that the other names. */
export const brokenGroup: Relation = (_model, cause, one) =>
  cause.resource.startsWith('networkSecurityGroup/') && one.related.includes(cause.resource)

/** The cause is the reference to a security group that a NIC or a subnet would have, or to that subnet. */
export const missingGroup: Relation = (model, cause, one) => {
  const { path, resource } = cause
  if (path !== 'networkSecurityGroup' && path !== 'subnet') return false
  return machinesOf(one)
    .flatMap((machine) => model.interfacesOf(machine))
    .some(
      ({ id }) =>
        id === resource ||
        model.ipConfigurationsOf(id).some((own) => own.id === resource || own.subnet === resource),
    )
}

/** The cause is a field of the firewall of a guest that the other names. */
export const brokenFirewall: Relation = (_model, cause, one) =>
  (cause.path ?? '').startsWith('guest.firewall') && one.related.includes(cause.resource)

/** The cause is a field of a loopback adapter that holds the frontend’s address. */
export const lostLoopback: Relation = (model, cause, one) => {
  const loopback = model.find('loopbackInterface', cause.resource)
  return (
    loopback !== undefined &&
    frontendsOf(model, one.resource).some((frontend) =>
      (loopback.addresses ?? []).some((cidr) =>
        sameAddress(addressOfCidr(cidr), model.frontendAddress(frontend)),
      ),
    )
  )
}

/** The cause is a reference of a listener that would be the missing service. */
export const lostListener: Relation = (model, cause, one) => {
  const listener = model.find('listener', cause.resource)
  const { protocol, port } = serviceOf(model, one.resource)
  return listener !== undefined && listener.protocol === protocol && listener.port === port
}

/** The cause is a reference on the way from a rule to the guest of a loopback adapter, or of the adapter itself. */
export const brokenWayToLoopback: Relation = (model, cause, one) =>
  cause.resource === one.resource ||
  leadsToLoopback(model, cause.resource, model.find('loopbackInterface', one.resource)?.addresses ?? [])

/** Whether a thing is part of a rule whose frontend has one of these addresses. */
function leadsToLoopback(model: TopologyModel, id: string, addresses: readonly string[]): boolean {
  return addresses
    .flatMap((cidr) => model.frontendsWithAddress(addressOfCidr(cidr)))
    .flatMap((frontend) => model.rulesOfFrontend(frontend.id))
    .some(
      (rule) =>
        rule.id === id ||
        model.poolsOf(rule).some((pool) => pool.id === id) ||
        model
          .membersOfRule(rule)
          .some(
            ({ ipConfiguration, networkInterface }) =>
              ipConfiguration?.id === id || networkInterface?.id === id,
          ),
    )
}

/** The cause is about an outbound rule, its pool or its frontends, from which the other would have its way out. */
export const brokenOutbound: Relation = (model, cause, one) =>
  model.all('outboundRule').some(({ id, backendAddressPool, frontendIPConfigurations = [] }) => {
    const things: readonly (string | undefined)[] = [id, backendAddressPool, ...frontendIPConfigurations]
    const members = model.membersOf(backendAddressPool)
    return (
      thingsOf(cause).some((thing) => things.includes(thing)) &&
      (members.length === 0 ||
        members.some(
          ({ virtualMachine, subnet }) => virtualMachine?.id === one.resource || subnet?.id === one.resource,
        ))
    )
  })

/** Both are about a load balancer of the SKU Gateway that has no rule of a gateway. */
export const noGateway: Relation = (model, cause, one) => {
  const owner = (model.get(one.resource) as { readonly loadBalancer?: string } | undefined)?.loadBalancer
  return (
    sameLoadBalancer(model, cause, one) &&
    owner !== undefined &&
    model.onLoadBalancer('loadBalancingRule', owner).every(({ protocol }) => protocol !== 'All')
  )
}

/** Both are about a load balancer of the global tier, which has an internal frontend like one of the regional tier. */
export const notGlobal: Relation = (model, cause, one) =>
  cause.path === 'subnet' && sameLoadBalancer(model, cause, one)

/** The cause is about the rule of the other, or about its probe. */
export const ruleOrProbe: Relation = (model, cause, one) =>
  cause.resource === one.resource || cause.resource === model.find('loadBalancingRule', one.resource)?.probe

/** The cause is the reference of a frontend to the load balancer, or of a rule to a frontend. */
export const missingFrontend: Relation = (_model, { resource, path }, one) =>
  (path === 'loadBalancer' && resource.startsWith('frontendIPConfiguration/')) ||
  one.related.includes(resource)
