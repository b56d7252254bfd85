import type { ImportNote } from '../importer.ts'
import { groupOf, nameOf } from './azure-ids.ts'
import type { AzureResource } from './azure-resource.ts'
import { tailOf } from './naming.ts'

/** What an id says where nobody has named a subscription: templates and plans do not. */
const zeros = '00000000-0000-0000-0000-000000000000'

/** Type and name of the resource that an id lies in: all by which a diagram tells things. */
export const rootOf = (id: string): string => tailOf(id).split('/').slice(0, 3).join('/')

/** Subscription and resource group of an id, in lower case. */
function scopeOf(id: string): readonly [subscription: string, group: string] {
  const [, subscription = zeros, group = 'rg'] =
    /^\/?subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\//.exec(id.toLowerCase()) ?? []
  return [subscription, group]
}

const isOpen = (part: string) => part === zeros || /[<{]/.test(part)

/** Whether an id names a resource group: the `rg` of an unknown subscription stands for any. */
export function namesGroup(id: string): boolean {
  const [subscription, group] = scopeOf(id)
  return !isOpen(group) && (group !== 'rg' || subscription !== zeros)
}

/** Where the resource with an id is, in words: the same resource group may be in several subscriptions. */
export function placeOf(id: string): string {
  const [subscription] = scopeOf(id)
  const group = `resource group ${groupOf(id)}`
  return isOpen(subscription) ? group : `${group} of subscription ${subscription}`
}

/**
 * Where the resources of an import are. Azure has things of one name in several resource groups, a diagram tells
 * things by name: whatever comes first has its name, and what is said about another one is not mixed into it.
 */
export class Scopes {
  private readonly known = new Map<string, { subscription?: string; group?: string }>()

  /** Whether an id may be that of the resource known by its name. The first one gives it its place. */
  take(id: string): boolean {
    const [subscription, group] = scopeOf(id)
    const place = {
      ...(isOpen(subscription) ? {} : { subscription }),
      ...(namesGroup(id) ? { group } : {}),
    }
    const before = this.known.get(rootOf(id)) ?? {}
    const fits = (one?: string, other?: string) => one === undefined || other === undefined || one === other
    if (!fits(before.subscription, place.subscription) || !fits(before.group, place.group)) return false
    this.known.set(rootOf(id), { ...before, ...place })
    return true
  }
}

/** The resources of one text without those of a name that another one has, and which ids are of those that stay. */
export function withoutOthers(
  all: readonly AzureResource[],
  scopes: Scopes,
  notes: ImportNote[],
): { readonly resources: readonly AzureResource[]; readonly isHere: (id: string) => boolean } {
  const here = new Map<string, string>()
  const elsewhere = new Set<string>()
  const textOf = (id: string) => scopeOf(id).join('/')
  const resources = all.filter(({ id }) => {
    const root = rootOf(id)
    const first = here.get(root)
    if (first === textOf(id)) return true
    if (first === undefined && scopes.take(id)) {
      here.set(root, textOf(id))
      return true
    }
    elsewhere.add(`${root} ${textOf(id)}`)
    const where = namesGroup(id)
      ? `This one is in ${placeOf(id)}`
      : 'The resource group of this one is not known'
    notes.push({
      kind: 'left-out',
      subject: nameOf(id),
      message: `Left out: another one of this type and name was read before. ${where}. Import them apart.`,
    })
    return false
  })
  const isHere = (id: string) => {
    const root = rootOf(id)
    if (elsewhere.has(`${root} ${textOf(id)}`)) return false
    return here.get(root) === textOf(id) || scopes.take(id)
  }
  return { resources, isHere }
}
