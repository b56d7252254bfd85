import type { TopologyDocument } from '../../topology/document.ts'
import type { ImportNote, NextCommand, Whole } from '../importer.ts'
import { listOf, objectOf, valueAt } from '../keys.ts'
import { Unresolved } from '../unresolved.ts'
import { idIn, nameOf, parentOf, readableId } from './azure-ids.ts'
import type { AzureResource } from './azure-resource.ts'
import { childTypes, typeOfAzure } from './azure-types.ts'
import { collect, type Found } from './collect.ts'
import { FieldReader, propertyOf } from './fields.ts'
import { joinMembers, mentionMembers } from './join-members.ts'
import { Naming, tailOf } from './naming.ts'
import { nextCommands } from './next-commands.ts'
import { readers } from './readers/index.ts'
import { placeOf, rootOf, Scopes, withoutOthers } from './scopes.ts'
import { type Refer, Source } from './source.ts'
import { type Stranger, Strangers, unknownFields } from './strangers.ts'

/** A document made from Azure's resources. */
export interface FromAzure {
  readonly document: TopologyDocument
  readonly notes: readonly ImportNote[]
  readonly next: readonly NextCommand[]
  /** Things that are only referred to. */
  readonly strangers: readonly string[]
  /** The pools whose members the load balancer itself lists: all of them. */
  readonly wholePools: readonly string[]
  /** The load balancers that list everything of theirs. */
  readonly wholes: readonly Whole[]
}

type Made = Record<string, Record<string, unknown>>

function read(
  { type, id, name, body, condition }: Found,
  refer: Refer,
  isHere: (id: string) => boolean,
): Record<string, unknown> {
  const to = new FieldReader(name)
  if (condition !== undefined) to.unresolved.condition = condition
  readers[type]?.(new Source(id, body, to, refer, isHere))
  return to.done()
}

function introduce({ type, id, name, owner, scaleSet }: Stranger, ids: ReadonlyMap<string, string>) {
  const ownerId = owner && ids.get(tailOf(owner[1]))
  const unknown = (unknownFields[type] ?? []).filter((field) => field !== owner?.[0])
  return {
    name,
    ...(owner && ownerId !== undefined ? { [owner[0]]: ownerId } : {}),
    ...(scaleSet === undefined ? {} : { scaleSet }),
    ...(unknown.length === 0
      ? {}
      : { unresolved: Object.fromEntries(unknown.map((field) => [field, readableId(id)])) }),
  }
}

/** A NIC without a word about it has its first ipconfig as the primary one. */
function choosePrimary(found: readonly Found[], ids: ReadonlyMap<string, string>, made: Made): void {
  const firsts = new Set<string>()
  for (const { type, id } of found) {
    if (type !== 'ipConfiguration') continue
    const nic = tailOf(parentOf(id))
    const fields = made[ids.get(tailOf(id)) ?? '']
    if (fields && fields.primary === undefined) fields.primary = !firsts.has(nic)
    firsts.add(nic)
  }
}

/** Whether a pool says all its members. Azure leaves out the list of none, and says of what exists how it stands. */
const listsMembers = ({ type, body }: Found) =>
  type === 'backendAddressPool' &&
  (listOf(propertyOf(body, 'backendIPConfigurations')).length > 0 ||
    typeof propertyOf(body, 'provisioningState') === 'string')

/** The load balancers that were printed with lists of all they have; a list that is left out says nothing. */
function wholesOf(
  resources: readonly AzureResource[],
  idOf: (azureId: string) => string | undefined,
): readonly Whole[] {
  return resources.flatMap(({ type, id, body, isWhole }) => {
    const own = idOf(id)
    if (!isWhole || own === undefined || typeOfAzure(type) !== 'loadBalancer') return []
    const lists = Object.entries(childTypes.loadBalancer ?? {})
    const types = lists.flatMap(([list, child]) => (Array.isArray(propertyOf(body, list)) ? [child] : []))
    return [{ id: own, types }]
  })
}

/** The name in an Azure id, with that of the resource that it is a part of. */
const calledFully = (id: string) =>
  tailOf(id) === rootOf(id) ? nameOf(id) : `${nameOf(id)} of ${nameOf(parentOf(id))}`

/** Turns Azure's resources into a document. All importers of Azure formats share it. */
export function documentOfAzure(
  all: readonly AzureResource[],
  name: string,
  scopes: Scopes = new Scopes(),
): FromAzure {
  const notes: ImportNote[] = []
  const { resources, isHere } = withoutOthers(all, scopes, notes)
  const listed = new Set(notes.map(({ subject }) => subject.toLowerCase()))
  const byTail = collect(resources, notes)
  const found = [...byTail.values()]
  const strangers = new Strangers(byTail)
  const elsewhere = new Map<string, string>()
  // A first reading follows the references only: ids depend on everything that needs one.
  const mention: Refer = (type, value) => {
    const id = idIn(value)
    if (id === undefined) return undefined
    if (isHere(id)) strangers.mention(type, value)
    else elsewhere.set(rootOf(id), id)
    return undefined
  }
  for (const item of found) read(item, mention, () => true)
  mentionMembers(found, mention)
  for (const [root, id] of elsewhere) {
    const subject = nameOf(root)
    const message = `Left out where ${placeOf(id)} has it: another one of this type and name is in.`
    if (!listed.has(subject)) notes.push({ kind: 'left-out', subject, message })
  }

  const naming = new Naming()
  for (const { type, id, name: own } of [...found, ...strangers.all.values()]) naming.add(type, id, own)
  const ids = naming.ids()
  const refer: Refer = (_type, value) => {
    const id = idIn(value)
    return id === undefined || !isHere(id) ? undefined : ids.get(tailOf(id))
  }
  const made: Made = {}
  for (const item of found) {
    const id = ids.get(tailOf(item.id))
    if (id) made[id] = read(item, refer, isHere)
    if (item.condition !== undefined)
      notes.push({
        kind: 'condition',
        subject: item.name,
        message: `Imported although its condition could not be evaluated: ${item.condition}`,
      })
  }
  for (const stranger of strangers.all.values()) {
    const id = ids.get(tailOf(stranger.id))
    if (!id) continue
    made[id] = introduce(stranger, ids)
    notes.push({
      kind: 'assumed',
      subject: nameOf(stranger.id),
      message: 'Referred to, but not described here: only its name is known.',
    })
  }
  joinMembers(found, ids, made, refer, ({ id }, item) => {
    const other = idIn(item)
    const open = item instanceof Unresolved ? item : valueAt(item, 'id')
    notes.push({
      kind: 'unresolved',
      subject: nameOf(id),
      message:
        other === undefined
          ? `What it refers to could not be evaluated: ${open instanceof Unresolved ? open.text : 'it has no id'}`
          : isHere(other)
            ? `Refers to ${calledFully(other)}, which has nothing of that name.`
            : `Refers to ${calledFully(other)} in ${placeOf(other)}.`,
    })
  })
  choosePrimary(found, ids, made)
  for (const item of found) {
    const { unresolved } = made[ids.get(tailOf(item.id)) ?? ''] ?? {}
    for (const [field, text] of Object.entries(objectOf(unresolved))) {
      if (field !== 'condition')
        notes.push({
          kind: 'unresolved',
          subject: ids.get(tailOf(item.id)) ?? item.name,
          message: `${field} could not be evaluated: ${text}`,
        })
    }
  }
  return {
    document: { version: 1, name, resources: made as unknown as TopologyDocument['resources'], layout: {} },
    notes,
    next: nextCommands(strangers.all.values(), (id) => ids.get(tailOf(id))),
    wholes: wholesOf(resources, (id) => ids.get(tailOf(id))),
    strangers: [...strangers.all.values()].flatMap(({ id }) => ids.get(tailOf(id)) ?? []),
    wholePools: found.filter(listsMembers).flatMap(({ id }) => ids.get(tailOf(id)) ?? []),
  }
}
