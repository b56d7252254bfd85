import { addressOfCidr } from '../../../core/topology/address.ts'
import type { Resource, TopologyModel } from '../../../core/topology/model.ts'
import { typeOfId } from '../../../core/topology/resource-type.ts'
import { resourceDefinitions } from '../../../core/topology/resources/index.ts'

/** The id of what a resource hangs on. */
export function ownerOf(model: TopologyModel, id: string): string | undefined {
  const type = typeOfId(id)
  const parent = type && (resourceDefinitions[type] as { readonly parent?: string }).parent
  const owner = parent && (model.get(id) as Record<string, unknown> | undefined)?.[parent]
  return typeof owner === 'string' && model.get(owner) ? owner : undefined
}

/** What people call a type, for instance “load-balancing rule”. */
export function nounOf(id: string): string {
  const type = typeOfId(id)
  return type ? resourceDefinitions[type].noun : 'thing'
}

/** The address by which a thing is known, or its ports; what stands beside its name in a list. */
export function detailOf(model: TopologyModel, id: string): string | undefined {
  const resource = model.get(id)
  switch (resource && typeOfId(id)) {
    case 'client':
      return (resource as Resource<'client'>).ipAddress
    case 'publicIPAddress':
      return (resource as Resource<'publicIPAddress'>).ipAddress
    case 'publicIPPrefix':
      return (resource as Resource<'publicIPPrefix'>).ipPrefix
    case 'frontendIPConfiguration':
      return model.frontendAddress(id)
    case 'ipConfiguration':
      return (resource as Resource<'ipConfiguration'>).privateIPAddress
    case 'subnet':
      return model.prefixesOf(resource as Resource<'subnet'>).join(', ') || undefined
    case 'virtualNetwork':
      return (resource as Resource<'virtualNetwork'>).addressPrefixes?.join(', ')
    case 'loopbackInterface':
      return (resource as Resource<'loopbackInterface'>).addresses?.map(addressOfCidr).join(', ')
    case 'listener': {
      const { address, port } = resource as Resource<'listener'>
      return `${address?.includes(':') ? `[${address}]` : (address ?? '')}:${port ?? ''}`
    }
    case 'probe': {
      const { protocol, port } = resource as Resource<'probe'>
      return [protocol, port].filter((part) => part !== undefined).join(' ')
    }
    case 'loadBalancingRule': {
      const { frontendPort, backendPort } = resource as Resource<'loadBalancingRule'>
      return `${frontendPort ?? '?'} → ${backendPort ?? '?'}`
    }
    case 'inboundNatRule': {
      const { frontendPort, frontendPortRangeStart, backendPort } = resource as Resource<'inboundNatRule'>
      return `${frontendPort ?? frontendPortRangeStart ?? '?'} → ${backendPort ?? '?'}`
    }
    default:
      return undefined
  }
}

/** A thing's name with the owners that are needed to tell it from others: `web1 / ipconfig1`. */
export function qualifiedName(model: TopologyModel, id: string): string {
  const type = typeOfId(id)
  const name = model.nameOf(id)
  const owner = ownerOf(model, id)
  if (!owner) return name
  if (type === 'ipConfiguration') return `${model.nameOf(ownerOf(model, owner) ?? owner)} / ${name}`
  if (type === 'networkInterface' || type === 'loopbackInterface' || type === 'listener') {
    return `${model.nameOf(owner)} / ${name}`
  }
  return name
}
