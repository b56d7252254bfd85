import { givenAddress } from '../azure/given-address.ts'
import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt, targetsAt } from '../azure/value.ts'
import { call, Expression, idOf, idsOf, objectsOf, type Parameters, put, type Words } from './cmdlet.ts'

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

function frontend(child: ArmObject, { plan, note }: Words): Parameters {
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

/** Writes the tunnel interfaces that the cmdlet of a pool takes. */
export function writeTunnels(child: ArmObject, { lines }: Words): void {
  const tunnels = listAt(objectAt(child, 'properties'), 'tunnelInterfaces')
  if (tunnels.length === 0) return
  lines.add('$tunnels = @()')
  for (const { identifier, port, protocol, type } of tunnels) {
    const parameters = { Protocol: protocol, Type: type, Port: port, Identifier: identifier }
    call(lines, 'New-AzLoadBalancerBackendAddressPoolTunnelInterfaceConfig', parameters, {
      before: '$tunnels += ',
    })
  }
}

/** Writes the members by address of a pool, which the cmdlet that makes the pool does not take. */
export function writeAddresses(balancer: AzureResource, child: ArmObject, { plan, lines }: Words): void {
  const of = objectAt(child, 'properties')
  lines.from(child[source], () => {
    call(
      lines,
      'Get-AzLoadBalancerBackendAddressPool',
      {
        ResourceGroupName: new Expression('$ResourceGroupName'),
        LoadBalancerName: balancer.name,
        Name: child.name,
      },
      { before: '$pool = ' },
    )
    lines.add('$pool.LoadBalancerBackendAddresses.Clear()')
    for (const entry of listAt(of, 'loadBalancerBackendAddresses')) {
      const entryOf = objectAt(entry, 'properties')
      const regional = idOf(plan, targetAt(entryOf, 'loadBalancerFrontendIPConfiguration'))
      const subnet = regional ? undefined : idOf(plan, targetAt(entryOf, 'subnet'))
      const network = targetAt(entryOf, 'virtualNetwork') ?? targetAt(of, 'virtualNetwork')
      const parameters = {
        Name: entry.name,
        IpAddress: regional ? undefined : entryOf.ipAddress,
        VirtualNetworkId: regional || subnet ? undefined : idOf(plan, network),
        SubnetId: subnet,
        LoadBalancerFrontendIPConfigurationId: regional,
        AdminState: entryOf.adminState,
      }
      call(lines, 'New-AzLoadBalancerBackendAddressConfig', parameters, { before: '$address = ' })
      lines.add('$pool.LoadBalancerBackendAddresses.Add($address)')
    }
    lines.add('Set-AzLoadBalancerBackendAddressPool -InputObject $pool | Out-Null')
  })
}

/** The frontend of a gateway load balancer that a part is chained to: the cmdlet that makes one knows none. */
export const gatewayOf = (child: ArmObject, { plan }: Words): Parameters => ({
  GatewayLoadBalancerId: idOf(plan, targetAt(objectAt(child, 'properties'), 'gatewayLoadBalancer')),
})

/** Chains frontends to gateway load balancers once all of them are there. */
function writeGateways({ name, properties }: AzureResource, words: Words): void {
  const { lines } = words
  const chained = listAt(properties, 'frontendIPConfigurations').filter(
    (child) => targetAt(objectAt(child, 'properties'), 'gatewayLoadBalancer') !== undefined,
  )
  if (chained.length === 0) return
  writeGet(name, words)
  for (const child of chained) {
    lines.from(child[source], () =>
      call(
        lines,
        'Set-AzLoadBalancerFrontendIpConfig',
        {
          LoadBalancer: new Expression('$loadBalancer'),
          ...frontend(child, words),
          ...gatewayOf(child, words),
        },
        { after: ' | Out-Null' },
      ),
    )
  }
  lines.add('Set-AzLoadBalancer -LoadBalancer $loadBalancer | Out-Null')
}

/** Reads a load balancer that is there. */
export function writeGet(name: string, { lines }: Words): void {
  call(
    lines,
    'Get-AzLoadBalancer',
    { ResourceGroupName: new Expression('$ResourceGroupName'), Name: name },
    { before: '$loadBalancer = ' },
  )
}

/** Notes what no cmdlet of these has a parameter for. */
export function noteLeft({ name, properties }: AzureResource, { note }: Words): void {
  const synced = listAt(properties, 'backendAddressPools').some(
    (child) => objectAt(child, 'properties').syncMode !== undefined,
  )
  if (synced) note(`The script does not set syncMode of the pools of the load balancer ${name}.`)
}

/** Writes a load balancer that is created as a whole. */
export function writeLoadBalancer(resource: AzureResource, words: Words): void {
  const { name, sku, properties } = resource
  const { lines } = words
  noteLeft(resource, words)
  const held = parts.filter(({ collection }) => listAt(properties, collection).length > 0)
  for (const { collection, noun, variable, parameters } of held) {
    lines.add(`${variable} = @()`)
    for (const child of listAt(properties, collection)) {
      lines.from(child[source], () => {
        if (collection === 'backendAddressPools') writeTunnels(child, words)
        call(lines, `New-AzLoadBalancer${noun}`, parameters(child, words), { before: `${variable} += ` })
      })
    }
  }
  put(lines, 'New-AzLoadBalancer', {
    Name: name,
    Sku: sku?.name,
    Tier: sku?.tier,
    ...Object.fromEntries(held.map(({ parameter, variable }) => [parameter, new Expression(variable)])),
  })
  for (const child of listAt(properties, 'backendAddressPools')) {
    const entries = listAt(objectAt(child, 'properties'), 'loadBalancerBackendAddresses')
    if (entries.length > 0) writeAddresses(resource, child, words)
  }
  writeGateways(resource, words)
}
