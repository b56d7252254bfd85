import type { AzureResource } from '../azure/plan.ts'
import { isInterface, isMachine } from '../azure/steps-since.ts'
import type { Words } from './cmdlet.ts'
import { writeLoadBalancer } from './load-balancers.ts'
import { writeInterface, writeMachine } from './machines.ts'
import { writeNetwork } from './networks.ts'

/** Writes whatever makes a resource, or makes it anew. */
export function writeResource(resource: AzureResource, words: Words): void {
  if (resource.type === 'Microsoft.Network/loadBalancers') writeLoadBalancer(resource, words)
  else if (isInterface(resource)) writeInterface(resource, words)
  else if (isMachine(resource)) writeMachine(resource, words)
  else writeNetwork(resource, words)
}
