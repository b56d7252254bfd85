import type { TopologyModel } from '../../topology/model.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { contentsOf, nodeTypeOf } from '../containers.ts'

/** Types that one thing alone uses, so that a copy of it needs its own: a public address is on one frontend or NIC. */
const usedByOne: readonly (ResourceType | undefined)[] = ['publicIPAddress']

/** Types that several things share and without which a copy elsewhere means little. */
const shared: readonly (ResourceType | undefined)[] = [
  'loadBalancer',
  'virtualNetwork',
  'subnet',
  'probe',
  'networkSecurityGroup',
  'routeTable',
  'natGateway',
  'publicIPAddress',
  'publicIPPrefix',
]

/** Types of chips that may be on several things. */
const chipTypes: readonly (ResourceType | undefined)[] = ['networkSecurityGroup', 'routeTable', 'natGateway']

/** Whether something is shown on a subnet or NIC and can be copied without it. */
export const isLoneChip = (id: string): boolean => chipTypes.includes(typeOfId(id))

function targetsOf(model: TopologyModel, id: string): readonly string[] {
  const [type, fields] = [typeOfId(id), model.resources[id]]
  if (!type || !fields) return []
  return referencesOf(type, fields).flatMap(({ target }) => (model.get(target) ? [target] : []))
}

/** What hangs on a thing or is drawn in it, one step down. */
function partsOf(model: TopologyModel, id: string): readonly string[] {
  const hanging = model.referrersTo(id).flatMap(({ source, path }) => {
    const type = typeOfId(source)
    return type && path === (resourceDefinitions[type] as { parent?: string }).parent ? [source] : []
  })
  const own = targetsOf(model, id).filter(
    (target) => usedByOne.includes(typeOfId(target)) && model.referrersTo(target).length === 1,
  )
  return [...hanging, ...contentsOf(model, id), ...own]
}

/** Everything that can be reached from some things, themselves included. */
function reached(ids: Iterable<string>, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set(ids)
  for (const id of found) for (const one of next(id)) found.add(one)
  return found
}

/** Whether a copy of a thing means something without what uses it: a node, or a part of something. */
export function standsAlone(id: string): boolean {
  const type = typeOfId(id)
  return (
    nodeTypeOf(id) !== undefined ||
    (type !== undefined && (resourceDefinitions[type] as { parent?: string }).parent !== undefined)
  )
}

/** Things with all that belongs to them: a virtual machine with its NICs, adapters and listeners, a container with its contents. */
export function withBelongings(model: TopologyModel, ids: readonly string[]): ReadonlySet<string> {
  const known = ids.filter((id) => model.get(id) && (standsAlone(id) || isLoneChip(id)))
  return reached(known, (id) => partsOf(model, id))
}

/** What things stand in or share with others and that is not among them: subnet, load balancer, probe, security group. */
export function surroundingsOf(model: TopologyModel, ids: ReadonlySet<string>): ReadonlySet<string> {
  const around = (id: string) => targetsOf(model, id).filter((target) => shared.includes(typeOfId(target)))
  return new Set([...reached(ids, around)].filter((id) => !ids.has(id)))
}
