import type { AzureResource } from '../azure/plan.ts'
import { type ArmObject, listAt, objectAt, source, targetAt } from '../azure/value.ts'
import {
  call,
  Expression,
  groupName,
  idOf,
  loadBalancer,
  type Parameters,
  put,
  type Words,
} from './cmdlet.ts'
import { frontend, parts } from './load-balancer-parts.ts'

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
        ResourceGroupName: groupName,
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
          LoadBalancer: loadBalancer,
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
    { ResourceGroupName: groupName, Name: name },
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
