import type { TopologyDocument } from '../../topology/document.ts'
import { type Resource, resolve, type TopologyModel } from '../../topology/model.ts'
import type { ExportOptions } from '../exporter.ts'
import { loadBalancerBodies } from './load-balancers.ts'
import { machineBodies } from './machines.ts'
import { networkBodies } from './networks.ts'
import { notExpressed } from './not-expressed.ts'
import { type Place, placesOf, symbolOf } from './places.ts'
import { type ArmObject, Reference, referencesIn } from './value.ts'

/** One resource of Azure as it is to be, in ARM's spelling. */
export interface AzureResource {
  /** The id in the document. */
  readonly id: string
  readonly type: string
  readonly name: string
  readonly apiVersion: string
  /** A word that is unique in the plan and that every language takes for a name. */
  readonly symbol: string
  /** It is there already and is only referred to. */
  readonly exists: boolean
  readonly located: boolean
  readonly sku?: ArmObject
  readonly zones?: readonly string[]
  readonly properties: ArmObject
  /** The virtual network of a peering. */
  readonly parent?: string
}

/** The id of what a resource comes from in the document: a peering is drawn with its network. */
export const documentIdOf = ({ id }: Pick<AzureResource, 'id'>): string => id.replace(/#.*$/, '')

/** Everything that an Azure format writes, in the order in which it can be created. */
export interface AzurePlan {
  readonly model: TopologyModel
  /** Created or not. */
  readonly all: readonly AzureResource[]
  /** What is created. */
  readonly resources: readonly AzureResource[]
  /** What is there already and is referred to. */
  readonly existing: readonly AzureResource[]
  readonly places: ReadonlyMap<string, Place>
  readonly notes: readonly string[]
}

/** What a body is before it is known whether it is created. */
export type Body = Omit<AzureResource, 'exists' | 'symbol' | 'apiVersion' | 'name' | 'type'>

/** What the writers of bodies need. */
export interface Planning {
  readonly model: TopologyModel
  readonly options: ExportOptions
  readonly places: ReadonlyMap<string, Place>
  note(text: string): void
  /** `{ id: … }` for something that is in the document; a note where it is not. */
  refer(from: Resource, field: string, id: string | undefined): ArmObject | undefined
  /** The same for a list. */
  referAll(from: Resource, field: string, ids: readonly string[] | undefined): readonly ArmObject[]
}

/** The version of the API of each provider that the bodies are written for. */
export const apiVersions: { readonly [provider: string]: string } = {
  'Microsoft.Network': '2025-05-01',
  'Microsoft.Compute': '2024-07-01',
}

/** Plans the Azure half of a document. */
export function azurePlan(document: TopologyDocument, options: ExportOptions = {}): AzurePlan {
  const model = resolve(document)
  const notes = new Set<string>()
  const note = (text: string) => {
    notes.add(text)
  }
  const places = placesOf(model, note)
  const planning = planningOf({ model, options, places, note })
  const onlyBalancers = options.scope === 'load-balancer'
  const all = [
    ...networkBodies(planning),
    ...loadBalancerBodies(planning),
    ...machineBodies(planning),
  ].flatMap((body): AzureResource[] => {
    const place = places.get(documentIdOf(body))
    if (!place) return []
    const peering = body.parent !== undefined
    const type = peering ? 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings' : place.type
    const name = peering ? (body.id.split('#')[1] ?? '') : place.name
    const provider = type.split('/')[0] ?? ''
    const exists = onlyBalancers && !type.startsWith('Microsoft.Network/loadBalancers')
    return [
      { ...body, type, name, symbol: symbolOf(body.id), apiVersion: apiVersions[provider] ?? '', exists },
    ]
  })
  const resources = all.filter(({ exists }) => !exists)
  const used = new Set(
    resources
      .flatMap(({ properties }) => referencesIn(properties))
      .flatMap(({ id }) => places.get(id)?.root ?? []),
  )
  for (const text of notExpressed(document)) note(text)
  const existing = all.filter(({ exists, id }) => exists && used.has(id))
  return { model, all, resources, existing, places, notes: [...notes] }
}

function planningOf(base: Omit<Planning, 'refer' | 'referAll'>): Planning {
  const refer: Planning['refer'] = (from, field, id) => {
    if (id === undefined) return undefined
    if (base.places.has(id)) return { id: new Reference(id) }
    base.note(
      `“${from.name}” (${from.id}) refers to ${id} in ${field}, which cannot be written. It is left out.`,
    )
    return undefined
  }
  return {
    ...base,
    refer,
    referAll: (from, field, ids = []) =>
      ids.flatMap((id): ArmObject[] => {
        const found = refer(from, field, id)
        return found ? [found] : []
      }),
  }
}
