import type { AzurePlan } from '../azure/plan.ts'
import { type Step, valueText } from '../azure/steps-since.ts'
import { type ArmObject, listAt, objectAt, source } from '../azure/value.ts'
import { call, groupName, loadBalancer, type Words } from './cmdlet.ts'
import { type Part, parts } from './load-balancer-parts.ts'
import { gatewayOf, noteLeft, writeAddresses, writeGet, writeTunnels } from './load-balancers.ts'
import { writeResource } from './resource.ts'

const removeCmdlets: { readonly [type: string]: string } = {
  'Microsoft.Network/publicIPPrefixes': 'Remove-AzPublicIpPrefix',
  'Microsoft.Network/publicIPAddresses': 'Remove-AzPublicIpAddress',
  'Microsoft.Network/networkSecurityGroups': 'Remove-AzNetworkSecurityGroup',
  'Microsoft.Network/routeTables': 'Remove-AzRouteTable',
  'Microsoft.Network/natGateways': 'Remove-AzNatGateway',
  'Microsoft.Network/virtualNetworks': 'Remove-AzVirtualNetwork',
  'Microsoft.Network/virtualNetworks/virtualNetworkPeerings': 'Remove-AzVirtualNetworkPeering',
  'Microsoft.Network/loadBalancers': 'Remove-AzLoadBalancer',
  'Microsoft.Network/networkInterfaces': 'Remove-AzNetworkInterface',
  'Microsoft.Compute/virtualMachines': 'Remove-AzVM',
}

/** Writes one step of a change. A load balancer that is there is changed part by part. */
export function writeStep(step: Step, words: Words): void {
  if (step.verb === 'delete') writeRemoval(step, words)
  else if (step.deployed && step.resource.type === 'Microsoft.Network/loadBalancers') {
    writeLoadBalancer(step, step.deployed, words)
  } else writeResource(step.resource, words)
}

function writeRemoval({ plan, resource: { type, name, parent } }: Step, { lines }: Words): void {
  call(lines, removeCmdlets[type] ?? '', {
    ResourceGroupName: groupName,
    VirtualNetworkName: parent === undefined ? undefined : plan.places.get(parent)?.name,
    Name: name,
    Force: true,
  })
}

const sameText = (one: AzurePlan, a: ArmObject, other: AzurePlan, b: ArmObject) =>
  valueText(one, a) === valueText(other, b)

/** Members by address of a pool: they are set apart from the rest of it. */
function addressesOf(pool: ArmObject | undefined): ArmObject {
  const of = objectAt(pool, 'properties')
  const entries = listAt(of, 'loadBalancerBackendAddresses')
  return entries.length > 0 ? { entries, virtualNetwork: of.virtualNetwork } : {}
}

const tunnelsOf = (pool: ArmObject): ArmObject => ({
  tunnels: listAt(objectAt(pool, 'properties'), 'tunnelInterfaces'),
})

/** Writes a part that is new or other. `Set-` forgets what it is not given, so everything is given again. */
function writePart(part: Part, child: ArmObject, isThere: boolean, words: Words): void {
  const { lines } = words
  lines.from(child[source], () => {
    if (part.collection === 'backendAddressPools') writeTunnels(child, words)
    call(
      lines,
      `${isThere ? 'Set' : 'Add'}-AzLoadBalancer${part.noun}`,
      { LoadBalancer: loadBalancer, ...part.parameters(child, words), ...gatewayOf(child, words) },
      { after: ' | Out-Null' },
    )
  })
}

/** Writes what has changed of a load balancer that is there: read it, change its parts, send it. */
function writeLoadBalancer(
  { plan, resource }: Step,
  deployed: NonNullable<Step['deployed']>,
  words: Words,
): void {
  const { lines, note } = words
  noteLeft(resource, words)
  writeGet(resource.name, words)
  for (const { collection, noun } of [...parts].reverse()) {
    const names = new Set(listAt(resource.properties, collection).map(({ name }) => name))
    for (const { name } of listAt(deployed.resource.properties, collection)) {
      if (names.has(name)) continue
      const parameters = { LoadBalancer: loadBalancer, Name: name }
      call(lines, `Remove-AzLoadBalancer${noun}`, parameters, { after: ' | Out-Null' })
    }
  }
  const pools: ArmObject[] = []
  for (const part of parts) {
    const known = new Map(
      listAt(deployed.resource.properties, part.collection).map((child) => [child.name, child]),
    )
    const isPool = part.collection === 'backendAddressPools'
    for (const child of listAt(resource.properties, part.collection)) {
      const old = known.get(child.name)
      if (isPool && !sameText(plan, addressesOf(child), deployed.plan, addressesOf(old))) pools.push(child)
      if (isPool && old) {
        if (!sameText(plan, tunnelsOf(child), deployed.plan, tunnelsOf(old)))
          note(`The script does not change the tunnel interfaces of the pool ${String(child.name)}.`)
      } else if (!old || !sameText(plan, child, deployed.plan, old)) {
        writePart(part, child, old !== undefined, words)
      }
    }
  }
  lines.add('Set-AzLoadBalancer -LoadBalancer $loadBalancer | Out-Null')
  for (const pool of pools) writeAddresses(resource, pool, words)
}
