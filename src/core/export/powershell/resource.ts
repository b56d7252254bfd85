import type { AzureResource } from '../azure/plan.ts'
import type { Words } from './cmdlet.ts'
import { writeLoadBalancer } from './load-balancers.ts'
import { writeInterface, writeMachine } from './machines.ts'
import { writeNetwork } from './networks.ts'

/** Writes whatever makes a resource, or makes it anew. */
export function writeResource(resource: AzureResource, words: Words): void {
  if (resource.type === 'Microsoft.Network/loadBalancers') writeLoadBalancer(resource, words)
  else if (resource.type === 'Microsoft.Network/networkInterfaces') writeInterface(resource, words)
  else if (resource.type === 'Microsoft.Compute/virtualMachines') writeMachine(resource, words)
  else writeNetwork(resource, words)
}
