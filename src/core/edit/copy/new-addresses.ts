import {
  canonicalAddress,
  familyOf,
  formatAddress,
  parseAddress,
  prefixContains,
} from '../../topology/address.ts'
import type { ResourceFields } from '../../topology/document.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { fullSubnet } from '../bring-along.ts'
import { setAtPath } from '../command.ts'
import { type AddressUse, freeAddress, freePublicAddress, takenAddresses } from '../free-address.ts'
import { movedAddresses } from '../moved-addresses.ts'
import type { Copy } from './copies.ts'
import type { Shifts } from './new-networks.ts'

/** The field in which a type has an address of its own. */
const ownField = {
  ipConfiguration: 'privateIPAddress',
  frontendIPConfiguration: 'privateIPAddress',
  publicIPAddress: 'ipAddress',
  client: 'ipAddress',
} as const

type Holder = keyof typeof ownField

const isHolder = (type: string): type is Holder => Object.hasOwn(ownField, type)

/** The next address that nothing has. */
function nextFree(text: string, taken: ReadonlySet<string>): string {
  const address = parseAddress(text)
  if (!address) return text
  let { value } = address
  while (taken.has(formatAddress({ family: address.family, value }))) value++
  return formatAddress({ family: address.family, value })
}

function freeFor(
  model: TopologyModel,
  { type, fields }: Copy,
  wanted: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const { subnet, location } = fields as ResourceFields<'client'>
  const family = familyOf(wanted) ?? 'IPv4'
  const home = model.find('subnet', subnet)
  const prefixes = model.prefixesOf(home)
  const fits = prefixes.length === 0 || prefixes.some((prefix) => prefixContains(prefix, wanted))
  if (fits && !taken.has(wanted)) return wanted
  if (home) {
    const use: AddressUse = type === 'frontendIPConfiguration' ? 'frontend' : 'machine'
    return freeAddress(model, home.id, use, family, taken)
  }
  const isPublic = type === 'publicIPAddress' || (type === 'client' && location === 'internet')
  if (isPublic && family === 'IPv4') {
    return freePublicAddress(model, type === 'client' ? 'client' : 'frontend', taken)
  }
  return nextFree(wanted, taken)
}

/**
 * Gives every copy an address that nothing has yet, at the same place of its network where that is free, and
 * writes the new ones wherever the copies name the old ones: in loopback adapters, listeners, port forwards.
 * Returns why there is none, or nothing.
 */
export function giveAddresses(
  model: TopologyModel,
  copies: readonly Copy[],
  shifts: Shifts,
): { readonly refusal: string } | undefined {
  const taken = takenAddresses(model)
  const moved = new Map(shifts.prefixes)
  for (const copy of copies) {
    if (!isHolder(copy.type)) continue
    const field = ownField[copy.type]
    const before = (copy.fields as unknown as Record<string, unknown>)[field]
    if (typeof before !== 'string' || !parseAddress(before)) continue
    const known = canonicalAddress(before)
    const after = freeFor(model, copy, canonicalAddress(shifts.address(known)), taken)
    if (after === undefined) {
      const { subnet } = copy.fields as ResourceFields<'ipConfiguration'>
      if (familyOf(known) === 'IPv4') return fullSubnet({ model: () => model }, subnet)
    } else taken.add(after)
    if (after === known) continue
    copy.fields = setAtPath(copy.fields, [field], after) as Copy['fields']
    if (after !== undefined) moved.set(known, after)
  }
  if (moved.size === 0) return undefined
  for (const copy of copies) {
    const own = isHolder(copy.type) ? ownField[copy.type] : undefined
    for (const { path, text } of movedAddresses(copy.id, copy.fields, moved)) {
      if (path === own || copy.type === 'virtualNetwork' || copy.type === 'subnet') continue
      copy.fields = setAtPath(copy.fields, path.split('.'), text) as Copy['fields']
    }
  }
  return undefined
}
