import type { AzurePlan, AzureResource } from './plan.ts'
import {
  type ArmObject,
  type ArmValue,
  listAt,
  objectAt,
  Parameter,
  Reference,
  referencesIn,
} from './value.ts'

/** One thing to do so that what is deployed becomes what is planned. */
export interface Step {
  readonly verb: 'put' | 'delete'
  /** The plan that the references of the resource belong to. */
  readonly plan: AzurePlan
  readonly resource: AzureResource
  /** What is there already under this name. */
  readonly deployed?: { readonly plan: AzurePlan; readonly resource: AzureResource }
}

const placeOf = (plan: AzurePlan, { id }: Reference) => {
  const place = plan.places.get(id)
  return place ? `${place.type} ${place.names.join('/')}` : id
}

/** A value as text, with places for references: equal texts, equal values, whatever the ids are. */
export function valueText(plan: AzurePlan, value: ArmValue | undefined): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Reference ? placeOf(plan, one) : one instanceof Parameter ? `{${one.name}}` : one,
  )
}

const bodyText = (plan: AzurePlan, { sku, zones, properties }: AzureResource) =>
  valueText(plan, { sku, zones, properties })

/** What a resource is called in Azure, whatever its id is in the document. */
export const keyOf = (plan: AzurePlan, { type, name, parent }: AzureResource): string =>
  JSON.stringify([type, parent === undefined ? null : plan.places.get(parent)?.name, name])

/** Whether it is a virtual machine. */
export const isMachine = ({ type }: AzureResource) => type === 'Microsoft.Compute/virtualMachines'
/** Whether it is a network interface. */
export const isInterface = ({ type }: AzureResource) => type === 'Microsoft.Network/networkInterfaces'

/** A network interface without the pools and NAT rules that go: Azure deletes nothing that is referred to. */
function loosened(before: AzurePlan, after: AzurePlan, one: AzureResource): AzureResource {
  const places = new Set([...after.places.keys()].map((id) => placeOf(after, new Reference(id))))
  const stays = ({ id }: ArmObject) => id instanceof Reference && places.has(placeOf(before, id))
  const ipConfigurations = listAt(one.properties, 'ipConfigurations').map((child): ArmObject => {
    const of = objectAt(child, 'properties')
    const kept = (name: string) => listAt(of, name).filter(stays)
    return {
      ...child,
      properties: {
        ...of,
        loadBalancerBackendAddressPools: kept('loadBalancerBackendAddressPools'),
        loadBalancerInboundNatRules: kept('loadBalancerInboundNatRules'),
      },
    }
  })
  return { ...one, properties: { ...one.properties, ipConfigurations } }
}

/** A virtual network that still has the subnets that go: network interfaces leave them first. */
function widened(before: AzurePlan, old: AzureResource, after: AzurePlan, wanted: AzureResource) {
  const subnets = listAt(wanted.properties, 'subnets')
  const names = new Set(subnets.map(({ name }) => name))
  const leaving = listAt(old.properties, 'subnets').filter(({ name }) => !names.has(name))
  const used = leaving.filter(
    (child) => !subnets.some((one) => prefixText(after, one) === prefixText(before, child)),
  )
  if (used.length === 0) return undefined
  const plain = used.map(({ name, properties }) => {
    const { addressPrefix, addressPrefixes } = objectAt({ properties }, 'properties')
    return { name, properties: { addressPrefix, addressPrefixes } }
  })
  return { ...wanted, properties: { ...wanted.properties, subnets: [...subnets, ...plain] } }
}

const prefixText = (plan: AzurePlan, subnet: ArmObject) => {
  const { addressPrefix, addressPrefixes } = objectAt(subnet, 'properties')
  return valueText(plan, { addressPrefix, addressPrefixes })
}

/** Whether Azure can change the one into the other; says so where it cannot. */
function canChange(
  deployed: AzureResource,
  wanted: AzureResource,
  plan: AzurePlan,
  note: (text: string) => void,
) {
  if (isMachine(wanted)) {
    note(`The machine ${wanted.name} is there already and is left as it is: delete it to create it anew.`)
    return false
  }
  const fixed = ({ sku, zones }: AzureResource) => valueText(plan, { sku, zones })
  if (fixed(deployed) === fixed(wanted)) return true
  note(`SKU, tier and zones of ${wanted.name} cannot be changed: delete it and create it anew.`)
  return false
}

/**
 * What turns one plan into the other, a whole resource at a time: machines and network interfaces that go,
 * references to what goes, then what is new or other, and last what nothing refers to any more.
 */
export function stepsSince(
  before: AzurePlan,
  after: AzurePlan,
  note: (text: string) => void,
): readonly Step[] {
  const known = new Map(before.resources.map((one) => [keyOf(before, one), one]))
  const kept = new Set(after.resources.map((one) => keyOf(after, one)))
  const attached = new Set(
    [...known].flatMap(([key, one]) =>
      isMachine(one) && kept.has(key) ? referencesIn(one.properties).map(({ id }) => id) : [],
    ),
  )
  const stays = ([key, one]: readonly [string, AzureResource]) => kept.has(key) || attached.has(one.id)
  for (const [key, one] of known) {
    if (!kept.has(key) && attached.has(one.id))
      note(`${one.name} stays: a machine that is left as it is uses it.`)
  }
  const goes = [...known].flatMap((entry) => (stays(entry) ? [] : [entry[1]])).reverse()
  const removal = (resource: AzureResource): Step => ({ verb: 'delete', plan: before, resource })
  const early = (one: AzureResource) => isMachine(one) || isInterface(one)
  const loose = new Map(
    [...known].flatMap((entry) => {
      const [key, one] = entry
      if (!isInterface(one) || !stays(entry)) return []
      const less = loosened(before, after, one)
      return bodyText(before, less) === bodyText(before, loosened(before, before, one)) ? [] : [[key, less]]
    }),
  )
  const narrow: Step[] = []
  const puts = after.resources.flatMap((resource): Step[] => {
    const key = keyOf(after, resource)
    const deployed = known.get(key)
    const now = loose.get(key) ?? deployed
    if (!deployed || !now) return [{ verb: 'put', plan: after, resource }]
    if (bodyText(after, resource) === bodyText(before, now)) return []
    if (!canChange(deployed, resource, after, note)) return []
    const there = { plan: before, resource: now }
    const wide = widened(before, deployed, after, resource)
    if (wide) narrow.push({ verb: 'put', plan: after, resource, deployed: there })
    return [{ verb: 'put', plan: after, resource: wide ?? resource, deployed: there }]
  })
  return [
    ...goes.filter(early).map(removal),
    ...[...loose.values()].map(
      (resource): Step => ({ verb: 'put', plan: before, resource, deployed: { plan: before, resource } }),
    ),
    ...puts,
    ...goes.filter((one) => !early(one)).map(removal),
    ...narrow,
  ]
}
