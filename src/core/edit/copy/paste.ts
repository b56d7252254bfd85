import { emptyDocument, type ResourceFields, type TopologyDocument } from '../../topology/document.ts'
import { limits } from '../../topology/limits.ts'
import { resolve, type TopologyModel } from '../../topology/model.ts'
import { typeOfId } from '../../topology/resource-type.ts'
import { resourceDefinitions } from '../../topology/resources/index.ts'
import { applyCommands, type Command } from '../command.ts'
import { nodeTypeOf } from '../containers.ts'
import type { Drop } from '../create/creator.ts'
import { startDraft } from '../draft.ts'
import { roomAfter } from '../make-room.ts'
import { ownerOf } from '../owners.ts'
import { isLoneChip, standsAlone } from './belongings.ts'
import { type Clip, clipOf } from './clip.ts'
import { type Copy, makeCopies } from './copies.ts'
import { homesFor } from './homes.ts'
import { holdLoneChips, loneChipsOf } from './lone-chips.ts'
import { giveAddresses } from './new-addresses.ts'
import { parentOf } from './new-names.ts'
import { addNetworks } from './new-networks.ts'
import { givePorts } from './new-ports.ts'
import { placesOfCopies } from './paste-places.ts'

/** One thing that was pasted: what it was called, and its name and address here. */
export interface Pasted {
  readonly id: string
  readonly from: string
  readonly name: string
  readonly address?: string
}

/** An edit that adds copies: its name for undo, its commands, and the copies that hang on no other copy. */
export interface Pasting {
  readonly label: string
  readonly commands: readonly Command[]
  readonly pasted: readonly Pasted[]
  /** What came along in containers and got another name or address. */
  readonly changed: readonly Pasted[]
}

type Result = Pasting | { readonly refusal: string }

const nothing = { refusal: 'Nothing here can be copied. Select a node, or a row of a virtual machine.' }

/** Why something that always hangs on another thing finds none, or `undefined`. */
function homeless(model: TopologyModel, copies: readonly Copy[]): string | undefined {
  const made = new Set(copies.map(({ id }) => id))
  for (const { from, type, fields } of copies) {
    const { noun, parent } = resourceDefinitions[type] as { readonly noun: string; readonly parent?: string }
    if (parent === undefined) continue
    const owner = parentOf(from, fields)
    if (owner !== undefined && (made.has(owner) || model.get(owner))) continue
    const ownerNoun = resourceDefinitions[parent as keyof typeof resourceDefinitions].noun
    return `There is no ${ownerNoun} for the ${noun} ${fields.name}. Add one first, and select it.`
  }
  return undefined
}

/** Puts copies of virtual machines into the pools in which the originals are, where these were not copied and the network is the same. */
function joinPools(document: TopologyDocument, copies: readonly Copy[]): readonly Command[] {
  const model = resolve(document)
  const networkOf = (subnet: string | undefined) => model.find('subnet', subnet)?.virtualNetwork
  const copyOf = new Map(copies.map((copy) => [copy.from, copy]))
  const joins = (member: string): string | readonly never[] => {
    const copy = copyOf.get(member)
    const before = networkOf(model.find('ipConfiguration', member)?.subnet)
    const after = networkOf((copy?.fields as ResourceFields<'ipConfiguration'> | undefined)?.subnet)
    return copy && before === after ? copy.id : []
  }
  return model.all('backendAddressPool').flatMap(({ id, backendIPConfigurations = [] }): Command[] => {
    const joining = copyOf.has(id) ? [] : backendIPConfigurations.flatMap(joins)
    if (joining.length === 0) return []
    const value = [...backendIPConfigurations, ...joining]
    return [{ type: 'resource.set', id, path: 'backendIPConfigurations', value }]
  })
}

function addressOf(model: TopologyModel, id: string): string | undefined {
  if (typeOfId(id) === 'virtualMachine') {
    const configurations = model.interfacesOf(id).flatMap((nic) => model.ipConfigurationsOf(nic.id))
    const addresses = configurations
      .toSorted((one, other) => Number(other.primary ?? false) - Number(one.primary ?? false))
      .flatMap(({ privateIPAddress }) => privateIPAddress ?? [])
    return addresses.length > 0 ? addresses.join(' and ') : undefined
  }
  const { ipAddress, privateIPAddress } = (model.get(id) ?? {}) as Partial<ResourceFields<'client'>> &
    Partial<ResourceFields<'ipConfiguration'>>
  return model.frontendAddress(id) ?? ipAddress ?? privateIPAddress
}

/** What was pasted for its own sake, and not as a part of something else. */
function outermost(model: TopologyModel, copies: readonly Copy[], clip: Clip): readonly Pasted[] {
  const chosen = new Set(clip.copied)
  const lone = loneChipsOf(clip)
  const asked = copies.filter(({ from }) => chosen.has(from))
  const made = new Set(asked.map(({ id }) => id))
  return asked.flatMap(({ from, id }) => {
    const owner = ownerOf(model, id)
    if ((owner !== undefined && made.has(owner)) || !(standsAlone(id) || lone.has(from))) return []
    const address = addressOf(model, id)
    const name = model.nameOf(id)
    return [
      { id, from: clip.resources[from]?.name ?? name, name, ...(address === undefined ? {} : { address }) },
    ]
  })
}

/** What is drawn inside of something that was pasted, where it is called or addressed otherwise than before. */
function changedInside(
  model: TopologyModel,
  copies: readonly Copy[],
  clip: Clip,
  pasted: readonly Pasted[],
): readonly Pasted[] {
  const before = resolve({ ...emptyDocument(), resources: clip.resources })
  const told = new Set(pasted.map(({ id }) => id))
  return copies.flatMap(({ from, id }): readonly Pasted[] => {
    if (told.has(id) || nodeTypeOf(id) === undefined) return []
    const [name, address] = [model.nameOf(id), addressOf(model, id)]
    const known = before.nameOf(from)
    if (name === known && address === addressOf(before, from)) return []
    return [{ id, from: known, name, ...(address === undefined ? {} : { address }) }]
  })
}

function labelled(verb: string, model: TopologyModel, pasted: readonly Pasted[]): string {
  const [only] = pasted
  if (pasted.length !== 1 || !only) return `${verb} ${pasted.length} things`
  const type = typeOfId(only.id)
  const what = type ? `${resourceDefinitions[type].noun} ` : ''
  const renamed = only.name === only.from ? '' : ` as ${only.name}`
  const holder = isLoneChip(only.id) ? model.referrersTo(only.id)[0]?.source : ownerOf(model, only.id)
  const owner = nodeTypeOf(only.id) === undefined ? holder : undefined
  return `${verb} ${what}${only.from}${renamed}${owner === undefined ? '' : ` on ${model.nameOf(owner)}`}`
}

/** The edit that adds the things of a clip, with free names, addresses and ports; or why it cannot. */
export function paste(document: TopologyDocument, clip: Clip, drop: Drop = {}, verb = 'Paste'): Result {
  if (clip.copied.length === 0) return nothing
  const sum = Object.keys(document.resources).length + Object.keys(clip.resources).length
  if (sum > limits.resources) {
    return { refusal: `A diagram holds ${limits.resources} things at most, and this would be more.` }
  }
  const networks = startDraft(document)
  const copies = makeCopies(document, clip, homesFor(networks, clip, drop))
  const problem = homeless(networks.model(), copies)
  if (problem !== undefined) return { refusal: problem }
  const added = addNetworks(networks, copies)
  if ('refusal' in added) return added
  const full = giveAddresses(networks.model(), copies, added.shifts)
  if (full) return full
  givePorts(resolve(document), copies)
  const chips = holdLoneChips(resolve(document), clip, copies, drop.owner)
  if ('refusal' in chips) return chips

  const commands: Command[] = [
    ...copies.map(({ id, fields }): Command => ({ type: 'resource.add', id, fields })),
    ...joinPools(document, copies),
    ...chips,
  ]
  const after = applyCommands(document, commands)
  const model = resolve(after)
  const pasted = outermost(model, copies, clip)
  if (pasted.length === 0) return nothing
  commands.push({ type: 'layout.set', entries: placesOfCopies(document, after, clip, copies, drop) })
  const room = roomAfter(document, applyCommands(document, commands))
  if (Object.keys(room).length > 0) commands.push({ type: 'layout.set', entries: room })
  const changed = changedInside(model, copies, clip, pasted)
  return { label: labelled(verb, model, pasted), commands, pasted, changed }
}

/** The edit that adds copies of these things beside them. */
export function duplicate(document: TopologyDocument, ids: readonly string[]): Result {
  return paste(document, clipOf(document, ids), {}, 'Duplicate')
}
