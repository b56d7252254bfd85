import type { TopologyDocument } from '../topology/document.ts'
import { type Referrer, resolve, type TopologyModel } from '../topology/model.ts'
import { countedInSentence } from '../topology/plural-in-sentence.ts'
import { type ResourceType, typeOfId } from '../topology/resource-type.ts'
import { resourceDefinitions } from '../topology/resources/index.ts'
import type { Command } from './command.ts'
import { nodeTypeOf } from './containers.ts'
import { withRoom } from './make-room.ts'
import { ownerOf } from './owners.ts'
import { entryOf } from './whole-entries.ts'

/** A deletion: its name for undo, its commands, and every id that goes. */
export interface Removal {
  readonly label: string
  readonly commands: readonly Command[]
  readonly removed: readonly string[]
  /** Those that nobody asked for: they mean nothing without the others. */
  readonly alongside: readonly string[]
  /** What stays and lacks something now, in words. */
  readonly lacking: readonly string[]
}

/** Fields without which a thing means nothing: when what they name goes, the thing goes too. */
const goesWith: { readonly [Type in ResourceType]?: readonly string[] } = {
  loadBalancingRule: ['frontendIPConfiguration'],
  inboundNatRule: ['frontendIPConfiguration', 'backendIPConfiguration'],
  inboundNatPool: ['frontendIPConfiguration'],
}

/** Lists of which the last named thing takes the owner with it. */
const goesWithLast: { readonly [Type in ResourceType]?: string } = {
  outboundRule: 'frontendIPConfigurations',
  privateLinkService: 'loadBalancerFrontendIpConfigurations',
}

/** Types that nobody needs once the last thing that used them is gone. */
const usedByOthers: readonly (ResourceType | undefined)[] = [
  'publicIPAddress',
  'publicIPPrefix',
  'probe',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
]

function dependsOn(model: TopologyModel, { source, path }: Referrer, gone: ReadonlySet<string>): boolean {
  const type = typeOfId(source)
  if (!type) return false
  const parent: string | undefined = resourceDefinitions[type].parent
  if (path === parent || goesWith[type]?.includes(path)) return true
  const list = goesWithLast[type]
  if (list === undefined || !path.startsWith(`${list}.`)) return false
  const named = (model.get(source) as unknown as Record<string, unknown>)[list]
  return Array.isArray(named) && named.every((id) => gone.has(id))
}

/** The given things and everything that makes no sense without them. */
function closure(model: TopologyModel, ids: readonly string[]): ReadonlySet<string> {
  const gone = new Set<string>()
  const queue = ids.filter((id) => model.get(id))
  const targets = new Set<string>()
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (gone.has(id)) continue
    gone.add(id)
    for (const referrer of model.referrersTo(id))
      if (dependsOn(model, referrer, gone)) queue.push(referrer.source)
    const type = typeOfId(id)
    for (const candidate of type ? targetsOf(model, id) : []) targets.add(candidate)
    if (queue.length > 0) continue
    for (const target of targets) {
      const users = model.referrersTo(target)
      if (!gone.has(target) && users.length > 0 && users.every(({ source }) => gone.has(source)))
        queue.push(target)
    }
  }
  return gone
}

/** The things of a kind that nobody needs for itself and that this one uses. */
function targetsOf(model: TopologyModel, id: string): readonly string[] {
  const values: string[] = []
  const visit = (value: unknown) => {
    if (typeof value === 'string' && usedByOthers.includes(typeOfId(value)) && model.get(value))
      values.push(value)
    else if (Array.isArray(value)) for (const item of value) visit(item)
  }
  for (const value of Object.values(model.get(id) ?? {})) visit(value)
  return values.filter((value) => value !== id)
}

function emptiedEntries(model: TopologyModel, gone: ReadonlySet<string>): readonly Command[] {
  const places = [...gone].flatMap((id) =>
    model.referrersTo(id).flatMap(({ source, path }) => {
      const entry = entryOf(path)
      return entry === undefined || gone.has(source) ? [] : [{ id: source, path: entry }]
    }),
  )
  const once = new Map(places.map((place) => [`${place.id} ${place.path}`, place]))
  const indexOf = (path: string) => Number(path.slice(path.lastIndexOf('.') + 1))
  return [...once.values()]
    .sort((one, other) => indexOf(other.path) - indexOf(one.path))
    .map(({ id, path }) => ({ type: 'resource.set', id, path }))
}

function inSentence(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}

function byType(ids: readonly string[]): readonly string[] {
  const counts = new Map<ResourceType, number>()
  for (const id of ids) {
    const type = typeOfId(id)
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return [...counts].map(([type, number]) => countedInSentence(type, number))
}

/** Types without which other things stay, but not as they were. */
const missed: readonly (ResourceType | undefined)[] = [
  ...usedByOthers,
  'subnet',
  'virtualNetwork',
  'backendAddressPool',
]

/** The node that shows a thing, by its name. */
function shownAs(model: TopologyModel, id: string): string {
  const owner = nodeTypeOf(id) === undefined ? ownerOf(model, id) : undefined
  return owner === undefined ? model.nameOf(id) : shownAs(model, owner)
}

/** Which things that stay named a thing that goes: `web1 and web2 have no subnet now`. */
function lackingAfter(model: TopologyModel, gone: ReadonlySet<string>): readonly string[] {
  const byNoun = new Map<string, Set<string>>()
  for (const id of gone) {
    const type = typeOfId(id)
    if (!type || !missed.includes(type)) continue
    const { noun } = resourceDefinitions[type]
    for (const { source, path } of model.referrersTo(id)) {
      if (gone.has(source) || entryOf(path) !== undefined || /\.\d+$/.test(path)) continue
      byNoun.set(noun, (byNoun.get(noun) ?? new Set()).add(shownAs(model, source)))
    }
  }
  return [...byNoun].map(([noun, names]) => {
    const all = [...names]
    const some = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all
    return `${inSentence(some)} ${all.length === 1 ? 'has' : 'have'} no ${noun} now`
  })
}

/** What is in something that goes along, too: the rows of a machine, the IP configurations of a NIC. */
function isInside(model: TopologyModel, id: string, gone: ReadonlySet<string>): boolean {
  const owner = ownerOf(model, id)
  const type = owner === undefined ? undefined : typeOfId(owner)
  return owner !== undefined && gone.has(owner) && (type === 'virtualMachine' || type === 'networkInterface')
}

/**
 * Deletes things together with what hangs on them. Members leave their pools; machines of a deleted subnet stay.
 * Few machines are drawn larger than many, so that the rest may need more room.
 */
export function removal(document: TopologyDocument, ids: readonly string[]): Removal {
  const model = resolve(document)
  const gone = closure(model, ids)
  const removed = Object.keys(document.resources).filter((id) => gone.has(id))
  const isAsked = (id: string) => ids.includes(id) && !isInside(model, id, gone)
  const asked = removed.filter(isAsked)
  // The IP configurations of a NIC go without saying.
  const others = removed.filter((id) => !isAsked(id) && typeOfId(id) !== 'ipConfiguration')
  const [only] = asked
  const type = only === undefined ? undefined : typeOfId(only)
  const subject =
    asked.length === 1 && only !== undefined && type
      ? [`${resourceDefinitions[type].noun} ${model.nameOf(only)}`]
      : byType(asked)
  const commands = [
    ...emptiedEntries(model, gone),
    ...removed.map((id): Command => ({ type: 'resource.remove', id })),
  ]
  return {
    label: `Delete ${inSentence([...subject, ...byType(others)])}`,
    commands: withRoom(document, commands),
    removed,
    alongside: others,
    lacking: lackingAfter(model, gone),
  }
}
