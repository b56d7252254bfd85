import { valueAt } from '../keys.ts'

/** The parts of an Azure id: after the name of each type the name of a resource. */
export const partsOf = (id: string): readonly string[] => id.split('/').filter((part) => part !== '')

/** Azure's id of what a child resource belongs to. */
export const parentOf = (id: string): string => partsOf(id).slice(0, -2).join('/')

/** The last part of an Azure id. */
export const nameOf = (id: string): string => partsOf(id).at(-1) ?? ''

/** The resource group in an Azure id. */
export function groupOf(id: string): string | undefined {
  const parts = partsOf(id)
  const at = parts.findIndex((part) => part.toLowerCase() === 'resourcegroups')
  return at < 0 ? undefined : parts[at + 1]
}

/** The scale set and the instance in the id of something that belongs to one. */
export function instanceOf(id: string): { readonly scaleSet: string; readonly instance: string } | undefined {
  const match = /\/virtualMachineScaleSets\/([^/]+)\/virtualMachines\/([^/]+)/i.exec(id)
  return match ? { scaleSet: match[1] ?? '', instance: match[2] ?? '' } : undefined
}

/** The Azure id that a reference names: `{ id }`, or the id itself. */
export function idIn(value: unknown): string | undefined {
  const id = typeof value === 'string' ? value : valueAt(value, 'id')
  return typeof id === 'string' && id.includes('/') ? id : undefined
}

const resourceId =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/(Microsoft\.(?:Network|Compute))\/(.+?)\/*$/i
const scaleSetNic = /^virtualMachineScaleSets\/[^/]+\/virtualMachines\/[^/]+\/networkInterfaces\/[^/]+$/i

/** The Azure type that an id names: `Microsoft.Network/loadBalancers/probes`. A NIC of a scale set is a NIC. */
export function azureType(id: string): string | undefined {
  const [, provider, path = ''] = resourceId.exec(id) ?? []
  if (provider === undefined) return undefined
  if (scaleSetNic.test(path)) return 'Microsoft.Network/networkInterfaces'
  const parts = path.split('/')
  if (parts.length % 2 !== 0 || parts.length > 4) return undefined
  return [provider, ...parts.filter((_, index) => index % 2 === 0)].join('/')
}

const madeUp = /^\/?subscriptions\/[0-]{36}\/(?:resourceGroups\/rg\/providers\/)?/i

/** An id to be read by people: without the subscription and the group that stand in a template for the unknown ones. */
export const readableId = (id: string): string => id.replace(madeUp, '')
