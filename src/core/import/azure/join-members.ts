import type { ResourceType } from '../../topology/resource-type.ts'
import { listOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import type { Found } from './collect.ts'
import { propertyOf } from './fields.ts'
import { tailOf } from './naming.ts'
import type { Refer } from './source.ts'

/** A list in which a resource names others, and the field of those that names it in turn. */
type OtherEnd = readonly [list: string, type: ResourceType, field: string]

/** What Azure writes at the other end than the document does. */
const otherEnds: { readonly [type in ResourceType]?: readonly OtherEnd[] } = {
  ipConfiguration: [
    ['loadBalancerBackendAddressPools', 'backendAddressPool', 'backendIPConfigurations'],
    ['loadBalancerInboundNatRules', 'inboundNatRule', 'backendIPConfiguration'],
  ],
  virtualMachine: [['networkProfile', 'networkInterface', 'virtualMachine']],
  networkSecurityGroup: [
    ['subnets', 'subnet', 'networkSecurityGroup'],
    ['networkInterfaces', 'networkInterface', 'networkSecurityGroup'],
  ],
  routeTable: [['subnets', 'subnet', 'routeTable']],
  natGateway: [['subnets', 'subnet', 'natGateway']],
}

/** Goes through all that a resource names at the other end. */
function eachOf(
  { type, body }: Found,
  follow: (type: ResourceType, item: unknown, field: string) => void,
): void {
  for (const [list, other, field] of otherEnds[type] ?? []) {
    const written = propertyOf(body, list)
    const items = list === 'networkProfile' ? valueAt(written, 'networkInterfaces') : written
    for (const item of items instanceof Unresolved ? [items] : listOf(items)) follow(other, item, field)
  }
}

/** Sets what Azure writes at the other end. What a thing says of itself stays. */
export function joinMembers(
  found: Iterable<Found>,
  ids: ReadonlyMap<string, string>,
  made: { readonly [id: string]: Record<string, unknown> },
  refer: Refer,
  missing: (by: Found, item: unknown) => void,
): void {
  for (const one of found) {
    const own = ids.get(tailOf(one.id))
    eachOf(one, (type, item, field) => {
      const other = made[refer(type, item) ?? '']
      if (!other) missing(one, item)
      else if (type === 'backendAddressPool') {
        const members = listOf(other[field])
        if (!members.includes(own)) other[field] = [...members, own]
      } else if (other[field] === undefined) {
        other[field] = own
        dropUnresolved(other, field)
      }
    })
  }
}

function dropUnresolved(fields: Record<string, unknown>, field: string): void {
  const { [field]: _known, ...left } = (fields.unresolved ?? {}) as Record<string, string>
  if (Object.keys(left).length > 0) fields.unresolved = left
  else delete fields.unresolved
}

/** Follows the references that `joinMembers` will need. */
export function mentionMembers(found: Iterable<Found>, refer: Refer): void {
  for (const one of found) eachOf(one, (type, item) => refer(type, item))
}
