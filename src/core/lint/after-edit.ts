import type { TopologyDocument } from '../topology/document.ts'
import { keepClients, shareClients } from '../topology/intended-clients.ts'
import type { Origin } from '../topology/lineage.ts'
import type { Entry, Resource, TopologyModel } from '../topology/model.ts'
import { resolve } from '../topology/model.ts'
import { keepClosedMachines } from './closed-subnets.ts'
import { contextOf } from './context.ts'
import { keepCrowd } from './crowd.ts'
import { excerptOf } from './excerpt.ts'
import { keepGuests } from './guest.ts'
import { keepInbounds } from './inbound.ts'
import type { LintContext } from './lint-rule.ts'
import { isCommon, type Neighbourhoods, neighbourhoodsOf } from './neighbourhood.ts'
import { keepOddEntries } from './odd-entries.ts'
import { keepJudges } from './probe-state.ts'
import { keepProbings } from './probing.ts'

/** What has to be looked at again after an edit of one resource. */
export interface AfterEdit {
  readonly context: LintContext
  /** The neighbourhood of the edit as a document of its own. */
  readonly part: LintContext
  /** Resources in it whose findings may be others than before. */
  readonly ids: ReadonlySet<string>
}

/** Neighbourhoods that are right for a model, as long as none of them is divided for a later one. */
interface Division {
  readonly all: Neighbourhoods
  readonly divided: number
}

const known = new WeakMap<TopologyModel, Division>()

function divisionOf(model: TopologyModel): Neighbourhoods {
  const division = known.get(model)
  const isRight = division && division.all.divided === division.divided
  return isRight ? division.all : neighbourhoodsOf(model.entries)
}

/** The neighbourhoods of these entries, as they were and as they are. */
function neighboursOf(
  before: TopologyModel,
  after: TopologyModel,
  ids: readonly string[],
): readonly string[] {
  const all = divisionOf(before)
  const found = new Set<string>()
  for (const id of ids) {
    const [was, is] = [before.entryOf(id), after.entryOf(id)]
    if (!was || !is || found.has(id)) continue
    for (const neighbour of all.around(was, is, before.entryOf)) found.add(neighbour)
  }
  const division = { all, divided: all.divided }
  known.set(before, division)
  known.set(after, division)
  return [...found]
}

/** What many have in common holds nothing together, so that its edit leaves neighbourhoods as they are. */
function keepNeighbourhoods(before: TopologyModel, after: TopologyModel): void {
  const all = known.get(before)
  if (all) known.set(after, all)
}

/** Where an edit begins to matter: at what was edited, or of what many have in common, at whatever uses it. */
function startsOf(model: TopologyModel, { id, type }: Entry): readonly string[] | undefined {
  if (!isCommon(type)) return [id]
  const idsOf = (users: readonly Resource[]) => users.map((one) => one.id)
  if (type === 'probe') return idsOf(model.all('loadBalancingRule').filter((one) => one.probe === id))
  const isHere = (one: { readonly networkSecurityGroup?: string }) => one.networkSecurityGroup === id
  if (type !== 'networkSecurityGroup' || model.all('subnet').some(isHere)) return undefined
  return idsOf(model.all('networkInterface').filter(isHere))
}

/** Whether the kinds of load balancers are what they were: rules of others depend on them. */
function isKindSame(before: TopologyModel, after: TopologyModel, one: Entry, other: Entry): boolean {
  if (one.type !== 'frontendIPConfiguration') return true
  return [one, other].every(({ resource }) => {
    const { loadBalancer } = resource as Resource<'frontendIPConfiguration'>
    return before.loadBalancerKind(loadBalancer) === after.loadBalancerKind(loadBalancer)
  })
}

/** Whether something that many have in common names it: then it matters to all of them. */
function isNamedInCommon(model: TopologyModel, id: string): boolean {
  return model.all('natGateway').some(({ publicIPAddresses }) => publicIPAddresses?.includes(id as never))
}

/** What an edit of one resource may concern; `undefined` where that may be anything. */
export function afterEdit(
  { id }: Origin,
  before: TopologyModel,
  document: TopologyDocument,
): AfterEdit | undefined {
  const model = resolve(document)
  const [was, is] = [before.entryOf(id), model.entryOf(id)]
  const starts = is && startsOf(model, is)
  if (!was || !is) return undefined
  if (!starts) {
    keepNeighbourhoods(before, model)
    return undefined
  }
  const neighbours = neighboursOf(before, model, starts)
  if (neighbours.length * 2 > model.entries.length) return undefined
  if (isNamedInCommon(model, id) || !isKindSame(before, model, was, is)) return undefined
  const ids = new Set(neighbours).add(id)
  const context = contextOf(document)
  const part = contextOf(excerptOf(document, model, [...ids]))
  if (!keepClients(before, model, id) || !keepCrowd(before, model, part.model, neighbours)) return undefined
  shareClients(model, part.model)
  keepOddEntries(before, part.model, model, id)
  keepJudges(before, part.model, model, ids)
  keepGuests(before, part.model, model, id)
  if (!keepInbounds(before, part.model, model, ids)) return undefined
  keepProbings(before, model)
  keepClosedMachines(before, part.model, model, ids)
  return { context, part, ids }
}
