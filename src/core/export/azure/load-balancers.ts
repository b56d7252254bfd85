import type { Resource } from '../../topology/model.ts'
import { Names } from './names.ts'
import type { Body, Planning } from './plan.ts'
import { type ArmObject, source } from './value.ts'

type Child =
  | 'frontendIPConfiguration'
  | 'backendAddressPool'
  | 'probe'
  | 'loadBalancingRule'
  | 'inboundNatRule'
  | 'inboundNatPool'
  | 'outboundRule'

/** Load balancers with everything that hangs on them; those that others refer to come first. */
export function loadBalancerBodies(planning: Planning): readonly Body[] {
  const { model } = planning
  const rank = ({ sku, tier }: Resource<'loadBalancer'>) =>
    sku === 'Gateway' ? 0 : tier === 'Global' ? 2 : 1
  return [...model.all('loadBalancer')].sort((a, b) => rank(a) - rank(b)).map((one) => body(one, planning))
}

function body(one: Resource<'loadBalancer'>, planning: Planning): Body {
  const { model, places } = planning
  const each = <T extends Child>(type: T, properties: (child: Resource<T>) => ArmObject) =>
    model
      .all(type)
      .filter((child) => (child as Resource<Child>).loadBalancer === one.id && places.has(child.id))
      .map(
        (child): ArmObject => ({
          [source]: child.id,
          name: places.get(child.id)?.name,
          ...properties(child),
        }),
      )
  return {
    id: one.id,
    located: true,
    sku: { name: one.sku ?? 'Standard', tier: one.tier ?? 'Regional' },
    properties: {
      frontendIPConfigurations: each('frontendIPConfiguration', (child) => ({
        ...(child.zones?.length ? { zones: child.zones } : {}),
        properties: frontend(child, planning),
      })),
      backendAddressPools: each('backendAddressPool', (child) => ({ properties: pool(child, planning) })),
      probes: each('probe', (child) => ({ properties: probe(child) })),
      loadBalancingRules: each('loadBalancingRule', (child) => ({
        properties: loadBalancingRule(child, planning),
      })),
      inboundNatRules: each('inboundNatRule', (child) => ({ properties: inboundNatRule(child, planning) })),
      inboundNatPools: each('inboundNatPool', (child) => ({ properties: inboundNatPool(child, planning) })),
      outboundRules: each('outboundRule', (child) => ({ properties: outboundRule(child, planning) })),
    },
  }
}

function frontend(one: Resource<'frontendIPConfiguration'>, { refer }: Planning): ArmObject {
  const gateway = refer(one, 'gatewayLoadBalancer', one.gatewayLoadBalancer)
  if (one.publicIPAddress !== undefined || one.publicIPPrefix !== undefined) {
    return {
      publicIPAddress: refer(one, 'publicIPAddress', one.publicIPAddress),
      publicIPPrefix: refer(one, 'publicIPPrefix', one.publicIPPrefix),
      gatewayLoadBalancer: gateway,
    }
  }
  return {
    privateIPAddress: one.privateIPAddress,
    privateIPAllocationMethod:
      one.privateIPAllocationMethod ?? (one.privateIPAddress === undefined ? 'Dynamic' : 'Static'),
    privateIPAddressVersion: one.privateIPAddressVersion ?? 'IPv4',
    subnet: refer(one, 'subnet', one.subnet),
    gatewayLoadBalancer: gateway,
  }
}

function pool(one: Resource<'backendAddressPool'>, { refer, note }: Planning): ArmObject {
  const names = new Names()
  const addresses = (one.loadBalancerBackendAddresses ?? []).flatMap((entry): ArmObject[] => {
    const adminState =
      entry.adminState === undefined || entry.adminState === 'None' ? undefined : entry.adminState
    if (entry.networkInterfaceIPConfiguration !== undefined) {
      if (adminState !== undefined) {
        note(
          `The admin state ${adminState} of a member of “${one.name}” (${one.id}) can only be set once its network interface is in the pool.`,
        )
      }
      return []
    }
    const name = names.give(entry.name ?? 'address')
    if (name !== entry.name) note(`A member of “${one.name}” (${one.id}) is called “${name}”.`)
    return [
      {
        name,
        properties: {
          ipAddress: entry.ipAddress,
          virtualNetwork: refer(one, 'virtualNetwork', entry.virtualNetwork),
          subnet: refer(one, 'subnet', entry.subnet),
          loadBalancerFrontendIPConfiguration: refer(
            one,
            'loadBalancerFrontendIPConfiguration',
            entry.loadBalancerFrontendIPConfiguration,
          ),
          adminState,
        },
      },
    ]
  })
  return {
    loadBalancerBackendAddresses: addresses,
    virtualNetwork: refer(one, 'virtualNetwork', one.virtualNetwork),
    syncMode: one.syncMode,
    tunnelInterfaces: (one.tunnelInterfaces ?? []).map(({ identifier, port, protocol, type }) => ({
      identifier,
      port,
      protocol,
      type,
    })),
  }
}

function probe(one: Resource<'probe'>): ArmObject {
  const { protocol, port, requestPath, intervalInSeconds, probeThreshold, numberOfProbes } = one
  return {
    protocol,
    port,
    requestPath,
    intervalInSeconds,
    probeThreshold,
    numberOfProbes,
    noHealthyBackendsBehavior: one.noHealthyBackendsBehavior,
  }
}

function loadBalancingRule(one: Resource<'loadBalancingRule'>, { refer, referAll }: Planning): ArmObject {
  const several = one.backendAddressPools ?? []
  return {
    frontendIPConfiguration: refer(one, 'frontendIPConfiguration', one.frontendIPConfiguration),
    backendAddressPool:
      several.length > 0 ? undefined : refer(one, 'backendAddressPool', one.backendAddressPool),
    backendAddressPools: referAll(one, 'backendAddressPools', several),
    probe: refer(one, 'probe', one.probe),
    protocol: one.protocol,
    frontendPort: one.frontendPort,
    backendPort: one.backendPort,
    enableFloatingIP: one.enableFloatingIP ?? false,
    loadDistribution: one.loadDistribution ?? 'Default',
    idleTimeoutInMinutes: one.idleTimeoutInMinutes ?? 4,
    enableTcpReset: one.enableTcpReset ?? false,
    disableOutboundSnat: one.disableOutboundSnat ?? false,
    enableConnectionTracking: one.enableConnectionTracking,
  }
}

function inboundNatRule(one: Resource<'inboundNatRule'>, { refer }: Planning): ArmObject {
  return {
    frontendIPConfiguration: refer(one, 'frontendIPConfiguration', one.frontendIPConfiguration),
    backendAddressPool: refer(one, 'backendAddressPool', one.backendAddressPool),
    protocol: one.protocol,
    frontendPort: one.frontendPort,
    frontendPortRangeStart: one.frontendPortRangeStart,
    frontendPortRangeEnd: one.frontendPortRangeEnd,
    backendPort: one.backendPort,
    enableFloatingIP: one.enableFloatingIP ?? false,
    idleTimeoutInMinutes: one.idleTimeoutInMinutes ?? 4,
    enableTcpReset: one.enableTcpReset ?? false,
  }
}

function inboundNatPool(one: Resource<'inboundNatPool'>, { refer }: Planning): ArmObject {
  return {
    frontendIPConfiguration: refer(one, 'frontendIPConfiguration', one.frontendIPConfiguration),
    protocol: one.protocol,
    frontendPortRangeStart: one.frontendPortRangeStart,
    frontendPortRangeEnd: one.frontendPortRangeEnd,
    backendPort: one.backendPort,
    enableFloatingIP: one.enableFloatingIP ?? false,
  }
}

function outboundRule(one: Resource<'outboundRule'>, { refer, referAll }: Planning): ArmObject {
  return {
    frontendIPConfigurations: referAll(one, 'frontendIPConfigurations', one.frontendIPConfigurations),
    backendAddressPool: refer(one, 'backendAddressPool', one.backendAddressPool),
    protocol: one.protocol,
    allocatedOutboundPorts: one.allocatedOutboundPorts,
    idleTimeoutInMinutes: one.idleTimeoutInMinutes ?? 4,
    enableTcpReset: one.enableTcpReset ?? false,
  }
}
