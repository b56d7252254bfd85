import { canonicalAddress, isAnyAddress, parseAddress } from '../topology/address.ts'
import type { Entry } from '../topology/model.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { platformAddress } from '../topology/security-evaluation.ts'

const commonTypes: ReadonlySet<ResourceType> = new Set<ResourceType>([
  'client',
  'loadBalancer',
  'publicIPPrefix',
  'probe',
  'virtualNetwork',
  'subnet',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
])

/** Whether things of a type are shared by many that otherwise have nothing to do with each other. */
export const isCommon = (type: ResourceType): boolean => commonTypes.has(type)

/** Fields in which machines name addresses that matter to nobody else. What they refer to by its id does. */
const ownMatters = new Set(['firewall', 'policyRoutes', 'portForwards'])

/** Addresses that services listen on without meaning anybody. */
const isNobodys = (address: string) => isAnyAddress(address) || address === platformAddress

/** The id or address that a text names, if it can hold things together. */
function linkOf(text: string, type: ResourceType): string | undefined {
  const slash = text.indexOf('/')
  const named = slash > 0 ? typeOfId(text) : undefined
  if (named) return isCommon(named) ? undefined : text
  if (!text.includes('.') && !text.includes(':')) return undefined
  const address = slash > 0 ? text.slice(0, slash) : text
  if (!parseAddress(address)) return undefined
  return type === 'listener' && isNobodys(address) ? undefined : canonicalAddress(address)
}

function collect(value: unknown, type: ResourceType, found: string[], isOwn = false): void {
  if (typeof value === 'string') {
    const link = linkOf(value, type)
    if (link !== undefined && !(isOwn && parseAddress(link))) found.push(link)
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, type, found, isOwn)
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      collect((value as Record<string, unknown>)[key], type, found, isOwn || ownMatters.has(key))
    }
  }
}

interface Node {
  up: Node | undefined
  /** Resources of the neighbourhood, at its root. */
  ids: string[]
  /** At a root: whether an edit has joined neighbourhoods, which need not be one any more. */
  isCoarse: boolean
}

function rootOf(node: Node): Node {
  let root = node
  while (root.up) root = root.up
  if (root !== node) node.up = root
  return root
}

/** Which resources may matter to each other. Edits make it coarser, so that it stays right before them and after them. */
export interface Neighbourhoods {
  /**
   * Everything that may have to do with a resource as it was and as it is. From then on that is one neighbourhood.
   * What earlier edits have joined is divided again first, as the resources were before this one.
   */
  around(before: Entry, after: Entry, entryBefore: (id: string) => Entry | undefined): readonly string[]
  /** How often neighbourhoods were divided again: from then on it may be wrong for earlier documents. */
  readonly divided: number
}

/**
 * Divides resources into neighbourhoods: whatever names each other, or the same address, is in one, and things that
 * are common to many hold nothing together.
 */
export function neighbourhoodsOf(entries: readonly Entry[]): Neighbourhoods {
  const nodes = new Map<string, Node>()
  let divided = 0
  const rootAt = (key: string): Node => {
    const known = nodes.get(key)
    if (known) return rootOf(known)
    const made: Node = { up: undefined, ids: [], isCoarse: false }
    nodes.set(key, made)
    return made
  }
  const join = ({ id, type, fields }: Entry, isAfter = false): Node => {
    let root = rootAt(id)
    const links: string[] = []
    collect(fields, type, links)
    for (const link of links) {
      const other = rootAt(link)
      if (other === root) continue
      const [large, small] = root.ids.length < other.ids.length ? [other, root] : [root, other]
      for (const one of small.ids) large.ids.push(one)
      large.isCoarse ||= small.isCoarse || (isAfter && small.ids.length > 0)
      small.ids = []
      small.up = large
      root = large
    }
    return root
  }
  const add = (entry: Entry) => {
    if (!isCommon(entry.type)) join(entry).ids.push(entry.id)
  }
  /** Divides a neighbourhood. Nothing else names what is in it. */
  const divide = (root: Node, entryOf: (id: string) => Entry | undefined): void => {
    const { ids } = root
    root.ids = []
    root.isCoarse = false
    const members = ids.flatMap((id) => entryOf(id) ?? [])
    for (const { id, type, fields } of members) {
      const links: string[] = []
      collect(fields, type, links)
      for (const key of [id, ...links]) nodes.delete(key)
    }
    for (const member of members) add(member)
    divided++
  }
  for (const entry of entries) add(entry)
  return {
    around(before, after, entryBefore) {
      const root = rootAt(before.id)
      if (root.isCoarse) divide(root, entryBefore)
      join(before)
      return join(after, true).ids
    },
    get divided() {
      return divided
    },
  }
}
