import { givenAddress } from '../azure/given-address.ts'
import { type ArmObject, listAt, objectAt, targetAt, targetsAt } from '../azure/value.ts'
import { Expression, idOf, idsOf, objectsOf, type Parameters, type Words } from './cmdlet.ts'

/** What hangs on a load balancer: where it stands in the body, the noun of its cmdlets, its variable. */
export interface Part {
  readonly collection: string
  readonly noun: string
  readonly variable: string
  /** The parameter of New-AzLoadBalancer. */
  readonly parameter: string
  parameters(child: ArmObject, words: Words): Parameters
}

/** The parts in an order in which each only refers to earlier ones. */
export const parts: readonly Part[] = [
  {
    collection: 'frontendIPConfigurations',
    noun: 'FrontendIpConfig',
    variable: '$frontends',
    parameter: 'FrontendIpConfiguration',
    parameters: frontend,
  },
  {
    collection: 'backendAddressPools',
    noun: 'BackendAddressPoolConfig',
    variable: '$pools',
    parameter: 'BackendAddressPool',
    parameters: pool,
  },
  {
    collection: 'probes',
    noun: 'ProbeConfig',
    variable: '$probes',
    parameter: 'Probe',
    parameters: probe,
  },
  {
    collection: 'loadBalancingRules',
    noun: 'RuleConfig',
    variable: '$rules',
    parameter: 'LoadBalancingRule',
    parameters: loadBalancingRule,
  },
  {
    collection: 'inboundNatRules',
    noun: 'InboundNatRuleConfig',
    variable: '$natRules',
    parameter: 'InboundNatRule',
    parameters: inboundNatRule,
  },
  {
    collection: 'inboundNatPools',
    noun: 'InboundNatPoolConfig',
    variable: '$natPools',
    parameter: 'InboundNatPool',
    parameters: inboundNatPool,
  },
  {
    collection: 'outboundRules',
    noun: 'OutboundRuleConfig',
    variable: '$outboundRules',
    parameter: 'OutboundRule',
    parameters: outboundRule,
  },
]

/** The parameters of a frontend. */
export function frontend(child: ArmObject, { plan, note }: Words): Parameters {
  const of = objectAt(child, 'properties')
  const subnet = idOf(plan, targetAt(of, 'subnet'))
  return {
    Name: child.name,
    PublicIpAddressId: idOf(plan, targetAt(of, 'publicIPAddress')),
    PublicIpAddressPrefixId: idOf(plan, targetAt(of, 'publicIPPrefix')),
    SubnetId: subnet,
    // Only the parameters of an internal frontend know an address.
    PrivateIpAddress: subnet && givenAddress(child, of, note),
    PrivateIpAddressVersion: subnet && of.privateIPAddressVersion,
    Zone: child.zones,
  }
}

function pool(child: ArmObject): Parameters {
  const tunnels = listAt(objectAt(child, 'properties'), 'tunnelInterfaces')
  return {
    Name: child.name,
    TunnelInterface: tunnels.length === 0 ? undefined : new Expression('$tunnels'),
  }
}

function probe(child: ArmObject): Parameters {
  const of = objectAt(child, 'properties')
  return {
    Name: child.name,
    Protocol: of.protocol,
    Port: of.port,
    RequestPath: of.requestPath,
    // The cmdlet wants both. Azure reads the count no more: the threshold decides.
    IntervalInSeconds: of.intervalInSeconds ?? 15,
    ProbeCount: of.numberOfProbes ?? of.probeThreshold ?? 1,
    ProbeThreshold: of.probeThreshold,
    NoHealthyBackendsBehavior: of.noHealthyBackendsBehavior,
  }
}

function loadBalancingRule(child: ArmObject, { plan }: Words): Parameters {
  const of = objectAt(child, 'properties')
  const single = targetAt(of, 'backendAddressPool')
  const pools = single === undefined ? targetsAt(of, 'backendAddressPools') : [single]
  return {
    Name: child.name,
    FrontendIpConfigurationId: idOf(plan, targetAt(of, 'frontendIPConfiguration')),
    BackendAddressPoolId: idsOf(plan, pools),
    ProbeId: idOf(plan, targetAt(of, 'probe')),
    Protocol: of.protocol,
    FrontendPort: of.frontendPort,
    BackendPort: of.backendPort,
    EnableFloatingIP: of.enableFloatingIP,
    LoadDistribution: of.loadDistribution,
    IdleTimeoutInMinutes: of.idleTimeoutInMinutes,
    EnableTcpReset: of.enableTcpReset,
    DisableOutboundSNAT: of.disableOutboundSnat,
    EnableConnectionTracking: of.enableConnectionTracking,
  }
}

function inboundNatRule(child: ArmObject, { plan }: Words): Parameters {
  const of = objectAt(child, 'properties')
  return {
    Name: child.name,
    FrontendIpConfigurationId: idOf(plan, targetAt(of, 'frontendIPConfiguration')),
    BackendAddressPoolId: idOf(plan, targetAt(of, 'backendAddressPool')),
    Protocol: of.protocol,
    FrontendPort: of.frontendPort,
    FrontendPortRangeStart: of.frontendPortRangeStart,
    FrontendPortRangeEnd: of.frontendPortRangeEnd,
    BackendPort: of.backendPort,
    EnableFloatingIP: of.enableFloatingIP,
    IdleTimeoutInMinutes: of.idleTimeoutInMinutes,
    EnableTcpReset: of.enableTcpReset,
  }
}

function inboundNatPool(child: ArmObject, { plan }: Words): Parameters {
  const of = objectAt(child, 'properties')
  return {
    Name: child.name,
    FrontendIpConfigurationId: idOf(plan, targetAt(of, 'frontendIPConfiguration')),
    Protocol: of.protocol,
    FrontendPortRangeStart: of.frontendPortRangeStart,
    FrontendPortRangeEnd: of.frontendPortRangeEnd,
    BackendPort: of.backendPort,
    EnableFloatingIP: of.enableFloatingIP,
  }
}

function outboundRule(child: ArmObject, { plan }: Words): Parameters {
  const of = objectAt(child, 'properties')
  return {
    Name: child.name,
    FrontendIpConfiguration: objectsOf(plan, 'PSResourceId', targetsAt(of, 'frontendIPConfigurations')),
    BackendAddressPoolId: idOf(plan, targetAt(of, 'backendAddressPool')),
    Protocol: of.protocol,
    AllocatedOutboundPort: of.allocatedOutboundPorts,
    IdleTimeoutInMinutes: of.idleTimeoutInMinutes,
    EnableTcpReset: of.enableTcpReset,
  }
}
