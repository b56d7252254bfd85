import {
  formatAddress,
  type Prefix,
  parseAddress,
  parsePrefix,
  prefixesOverlap,
} from '../../topology/address.ts'
import type { ResourceFields } from '../../topology/document.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { fullSubnet } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeNetworkPrefix, freeSubnetPrefix } from '../free-address.ts'
import type { Copy } from './copies.ts'

/** A block of addresses that is another one in the copy. */
interface Shift {
  readonly from: Prefix
  readonly to: Prefix
}

/** Where addresses and prefixes of copied networks are from now on. */
export interface Shifts {
  /** The address at the same place of its network; itself where its network stays. */
  address(text: string): string
  /** Prefixes of networks by what they were. */
  readonly prefixes: ReadonlyMap<string, string>
}

const parsed = (texts: readonly string[]) => texts.flatMap((text) => parsePrefix(text) ?? [])

const firstOf = (texts: readonly string[], family: Prefix['family']) =>
  parsed(texts).find((prefix) => prefix.family === family)

const written = ({ family, first, length }: Pick<Prefix, 'family' | 'first' | 'length'>) =>
  `${formatAddress({ family, value: first })}/${length}`

const smallestNetwork = 16

/** A block of the same size where nothing is yet, or the same one where it is free or has no match. */
function freeNetwork(model: TopologyModel, prefix: Prefix): string {
  const taken = parsed(model.all('virtualNetwork').flatMap(({ addressPrefixes }) => addressPrefixes ?? []))
  if (!taken.some((other) => prefixesOverlap(prefix, other)) || prefix.length < smallestNetwork)
    return written(prefix)
  const free = parsePrefix(freeNetworkPrefix(model))
  return free && prefix.family === 'IPv4' ? written({ ...free, length: prefix.length }) : written(prefix)
}

/** Adds copied networks and subnets to a draft, with address spaces that overlap nothing; or says why there is no room. */
export function addNetworks(
  draft: Draft,
  copies: readonly Copy[],
): { readonly shifts: Shifts } | { readonly refusal: string } {
  const shifts: Shift[] = []
  const prefixes = new Map<string, string>()
  const move = (from: Prefix, to: Prefix | undefined) => {
    if (!to || written(from) === written(to)) return
    shifts.unshift({ from, to })
    prefixes.set(written(from), written(to))
  }
  const address = (text: string): string => {
    const found = parseAddress(text)
    const shift = shifts.find(
      ({ from }) => found?.family === from.family && found.value >= from.first && found.value <= from.last,
    )
    if (!found || !shift) return text
    return formatAddress({ family: found.family, value: found.value - shift.from.first + shift.to.first })
  }

  for (const copy of copies) {
    if (copy.type !== 'virtualNetwork') continue
    const fields = copy.fields as ResourceFields<'virtualNetwork'>
    const own = fields.addressPrefixes ?? []
    const only = own.length === 1 ? parsePrefix(own[0]) : undefined
    if (only) {
      const free = freeNetwork(draft.model(), only)
      move(only, parsePrefix(free))
      if (free !== written(only)) copy.fields = { ...fields, addressPrefixes: [free] }
    }
    draft.run({ type: 'resource.add', id: copy.id, fields: copy.fields })
  }

  const added = new Set(copies.map(({ id }) => id))
  for (const copy of copies) {
    if (copy.type !== 'subnet') continue
    const fields = copy.fields as ResourceFields<'subnet'>
    const before = draft.model().prefixesOf({ ...fields, id: copy.id as `subnet/${string}` })
    let after: readonly string[] = before.map((text) => {
      const prefix = parsePrefix(text)
      const first = prefix && address(formatAddress({ family: prefix.family, value: prefix.first }))
      return prefix && first !== undefined ? `${first}/${prefix.length}` : text
    })
    const network = fields.virtualNetwork
    if (
      network !== undefined &&
      !added.has(network) &&
      before.length > 0 &&
      isTaken(draft.model(), network, after)
    ) {
      const families = (['IPv4', 'IPv6'] as const).filter((one) => firstOf(before, one))
      const free = families.map((family) => freeSubnetPrefix(draft.model(), network, family))
      if (free.includes(undefined)) return fullSubnet(draft, undefined)
      after = free.flatMap((prefix) => prefix ?? [])
    }
    for (const family of ['IPv4', 'IPv6'] as const) {
      const [from, to] = [firstOf(before, family), firstOf(after, family)]
      if (from && to) move(from, to)
    }
    const { addressPrefix: _one, addressPrefixes: _several, ...rest } = fields
    const [only] = after
    copy.fields =
      after.length > 1
        ? { ...rest, addressPrefixes: after }
        : { ...rest, ...(only === undefined ? {} : { addressPrefix: only }) }
    draft.run({ type: 'resource.add', id: copy.id, fields: copy.fields })
  }
  return { shifts: { address, prefixes } }
}

/** Whether prefixes overlap those of other subnets of a network, or lie outside of it. */
function isTaken(model: TopologyModel, network: string, wanted: readonly string[]): boolean {
  const spaces = parsed(model.find('virtualNetwork', network)?.addressPrefixes ?? [])
  const siblings = model.all('subnet').filter(({ virtualNetwork }) => virtualNetwork === network)
  const taken = parsed(siblings.flatMap((subnet) => model.prefixesOf(subnet)))
  return parsed(wanted).some(
    (prefix) =>
      taken.some((other) => prefixesOverlap(prefix, other)) ||
      !spaces.some(
        (space) => space.family === prefix.family && space.first <= prefix.first && prefix.last <= space.last,
      ),
  )
}
