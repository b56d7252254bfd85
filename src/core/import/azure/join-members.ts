import { listOf, valueAt } from '../keys.ts'
import type { Found } from './collect.ts'
import { propertyOf } from './fields.ts'
import { tailOf } from './naming.ts'
import type { Refer } from './source.ts'

/** Sets what Azure writes at the other end: NICs name their pools and NAT rules, machines name their NICs. */
export function joinMembers(
  found: Iterable<Found>,
  ids: ReadonlyMap<string, string>,
  made: { readonly [id: string]: Record<string, unknown> },
  refer: Refer,
): void {
  for (const { type, id, body } of found) {
    const own = ids.get(tailOf(id))
    if (type === 'ipConfiguration') {
      for (const item of listOf(propertyOf(body, 'loadBalancerBackendAddressPools'))) {
        const pool = made[refer('backendAddressPool', item) ?? '']
        const members = listOf(pool?.backendIPConfigurations)
        if (pool && !members.includes(own)) pool.backendIPConfigurations = [...members, own]
      }
      for (const item of listOf(propertyOf(body, 'loadBalancerInboundNatRules'))) {
        const natRule = made[refer('inboundNatRule', item) ?? '']
        if (natRule) natRule.backendIPConfiguration ??= own
      }
    }
    if (type === 'virtualMachine') {
      for (const item of listOf(valueAt(propertyOf(body, 'networkProfile'), 'networkInterfaces'))) {
        const nic = made[refer('networkInterface', item) ?? '']
        if (nic && nic.virtualMachine === undefined) {
          nic.virtualMachine = own
          dropUnresolved(nic, 'virtualMachine')
        }
      }
    }
  }
}

function dropUnresolved(fields: Record<string, unknown>, field: string): void {
  const { [field]: _known, ...left } = (fields.unresolved ?? {}) as Record<string, string>
  if (Object.keys(left).length > 0) fields.unresolved = left
  else delete fields.unresolved
}

/** Follows the references that `joinMembers` will need. */
export function mentionMembers(found: Iterable<Found>, refer: Refer): void {
  for (const { type, body } of found) {
    if (type === 'ipConfiguration') {
      for (const item of listOf(propertyOf(body, 'loadBalancerBackendAddressPools')))
        refer('backendAddressPool', item)
    }
    if (type === 'virtualMachine') {
      for (const item of listOf(valueAt(propertyOf(body, 'networkProfile'), 'networkInterfaces')))
        refer('networkInterface', item)
    }
  }
}
