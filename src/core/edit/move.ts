import { prefixContains } from '../topology/address.ts'
import type { LayoutEntry, TopologyDocument } from '../topology/document.ts'
import { resolve, type TopologyModel } from '../topology/model.ts'
import { fullSubnet, primaryConfigurationOf } from './bring-along.ts'
import type { Command } from './command.ts'
import { subnetOfMachine, withContents } from './containers.ts'
import { type Draft, startDraft } from './draft.ts'
import { freeAddress } from './free-address.ts'
import { type Point, snapped } from './geometry.ts'
import { followAddresses } from './readdress.ts'

/** A named edit. */
export interface Edit {
  readonly label: string
  readonly commands: readonly Command[]
}

/** An edit, or why there is none and what to do instead. */
export type EditResult = Edit | { readonly refusal: string }

/** Moves nodes by a distance. A container takes along what is drawn in it. */
export function moveCommands(
  document: TopologyDocument,
  ids: readonly string[],
  delta: Point,
): readonly Command[] {
  const model = resolve(document)
  const entries: Record<string, LayoutEntry> = {}
  for (const id of new Set(ids.flatMap((one) => withContents(model, one)))) {
    const entry = Object.hasOwn(document.layout, id) ? document.layout[id] : undefined
    if (entry) entries[id] = { ...entry, ...snapped({ x: entry.x + delta.x, y: entry.y + delta.y }) }
  }
  return Object.keys(entries).length === 0 ? [] : [{ type: 'layout.set', entries }]
}

/** Why a machine cannot move into a subnet, or `undefined` where it can. */
export function moveProblem(model: TopologyModel, machine: string, subnet: string): string | undefined {
  const [name, target] = [model.nameOf(machine), model.find('subnet', subnet)]
  if (!target) return `There is no subnet ${subnet}.`
  if (!primaryConfigurationOf({ model: () => model }, machine)) {
    return `${name} has no network interface with an IP configuration yet. Add one first.`
  }
  if (subnetOfMachine(model, machine) === subnet) return `${name} is in ${target.name} already.`
  if (freeAddress(model, subnet, 'machine') === undefined) {
    return fullSubnet({ model: () => model }, subnet).refusal
  }
  return undefined
}

/** Moves the first NIC of a machine into a subnet, with new addresses where the old ones do not fit, and whatever names the old ones follows. Returns the step's name. */
export function moveInto(draft: Draft, machine: string, subnet: string): string {
  const model = draft.model()
  const primary = primaryConfigurationOf(draft, machine)
  const siblings = model.ipConfigurationsOf(primary?.networkInterface ?? '')
  const leaving = siblings.filter((one) => one.id === primary?.id || one.subnet === primary?.subnet)
  for (const { id, privateIPAddress, privateIPAddressVersion } of leaving) {
    draft.set(id, 'subnet', subnet)
    if (privateIPAddress === undefined) continue
    const prefixes = model.prefixesOf(model.find('subnet', subnet))
    if (prefixes.some((prefix) => prefixContains(prefix, privateIPAddress))) continue
    draft.set(
      id,
      'privateIPAddress',
      freeAddress(draft.model(), subnet, 'machine', privateIPAddressVersion ?? 'IPv4'),
    )
  }
  followAddresses(
    draft,
    model,
    leaving.map(({ id }) => id),
  )
  const address = draft.model().find('ipConfiguration', primary?.id)?.privateIPAddress
  const [name, home] = [model.nameOf(machine), model.nameOf(subnet)]
  if (address === undefined || address === primary?.privateIPAddress) return `Move ${name} to ${home}`
  return `Move ${name} to ${home} and give it ${address}`
}

/** Moves a virtual machine into another subnet; its address changes with it, and the label says to what. */
export function moveToSubnet(document: TopologyDocument, machine: string, subnet: string): EditResult {
  const problem = moveProblem(resolve(document), machine, subnet)
  if (problem !== undefined) return { refusal: problem }
  const draft = startDraft(document)
  const label = moveInto(draft, machine, subnet)
  return { label, commands: draft.commands() }
}
