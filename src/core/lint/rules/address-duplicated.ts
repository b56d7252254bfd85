import { freeAddress, takenAddresses } from '../../edit/free-address.ts'
import { knownAddress } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Fix } from '../diagnostic.ts'
import type { Draft } from '../draft.ts'
import { fixesFor } from '../fixes.ts'
import { holdAddress } from '../guest-edits.ts'
import type { LintRule } from '../lint-rule.ts'
import { primaryOf } from '../pool-edits.ts'
import { namesOf } from '../wording.ts'

type Holder = Resource<'frontendIPConfiguration'> | Resource<'ipConfiguration'>

/** Everything that asks for a private address, by virtual network and address. */
function requests(model: TopologyModel): ReadonlyMap<string, readonly Holder[]> {
  const found = new Map<string, Holder[]>()
  const add = (holder: Holder) => {
    const network = model.find('subnet', holder.subnet)?.virtualNetwork
    const address = knownAddress(holder.privateIPAddress)
    if (address === undefined || network === undefined) return
    const key = `${network} ${address}`
    const known = found.get(key)
    if (known) known.push(holder)
    else found.set(key, [holder])
  }
  for (const frontend of model.all('frontendIPConfiguration')) add(frontend)
  for (const ipConfiguration of model.all('ipConfiguration')) add(ipConfiguration)
  return found
}

/** Something that is to give the address up: for another one, or by going away where its NIC has one already. */
interface Yielding {
  readonly holder: Holder
  readonly primary: string | undefined
  readonly free: string | undefined
}

const isConfiguration = (holder: Holder): holder is Resource<'ipConfiguration'> =>
  holder.id.startsWith('ipConfiguration/')

function yieldingOf(model: TopologyModel, holders: readonly Holder[]): readonly Yielding[] {
  const taken = takenAddresses(model)
  return holders.flatMap((holder): Yielding[] => {
    const primary = isConfiguration(holder) ? primaryOf(model, holder.networkInterface)?.id : undefined
    if (primary !== undefined && primary !== holder.id) return [{ holder, primary, free: undefined }]
    const use = isConfiguration(holder) ? 'machine' : 'frontend'
    const free = freeAddress(model, holder.subnet, use, holder.privateIPAddressVersion, taken)
    if (free === undefined) return []
    taken.add(free)
    return [{ holder, primary: undefined, free }]
  })
}

/** Whether a floating rule of a frontend sends packets to a virtual machine. */
const floatsTo = (model: TopologyModel, frontend: string, machine: string) =>
  model
    .rulesOfFrontend(frontend)
    .some(
      (one) =>
        one.enableFloatingIP &&
        model.membersOfRule(one).some(({ virtualMachine }) => virtualMachine?.id === machine),
    )

function giveUp(draft: Draft, { holder, primary, free }: Yielding, first: Holder): void {
  const { model } = draft
  const { id } = holder
  if (primary === undefined) draft.set(id, 'privateIPAddress', free)
  else {
    for (const { source } of model.referrersTo(id)) {
      const members: readonly string[] | undefined = draft.get(
        'backendAddressPool',
        source,
      )?.backendIPConfigurations
      if (!members?.includes(id) || members.includes(primary)) continue
      draft.set(source, 'backendIPConfigurations', [...members, primary])
    }
    draft.remove(id)
  }
  const { virtualMachine, networkInterface } = model.memberOf(id) ?? {}
  const address = model.frontendAddress(first.id)
  if (!virtualMachine?.guest || !networkInterface || address === undefined) return
  if (!floatsTo(model, first.id, virtualMachine.id)) return
  holdAddress(draft, { virtualMachine, networkInterface }, address, first.name)
}

function leaveToFirst(model: TopologyModel, first: Holder, others: readonly Holder[]): readonly Fix[] {
  const yielding = yieldingOf(model, others)
  return fixesFor(model, yielding, {
    thing: ({ holder }) => holder.id,
    label(thing) {
      const free = yielding.find(({ holder }) => holder.id === thing)?.free
      const name = model.nameOf(thing)
      const machine = model.memberOf(thing)?.virtualMachine?.name
      const full = machine === undefined ? name : `${name} of ${machine}`
      return free === undefined ? `Remove ${full}` : `Give ${full} the free address ${free}`
    },
    labelForAll: `Leave the address to ${first.name}`,
    edit: (draft, one) => giveUp(draft, one, first),
  })
}

/** A private address is asked for twice. */
export const addressDuplicated: LintRule = {
  id: 'address-duplicated',
  severity: 'error',
  class: 'deployment',
  title: 'A private address is given twice',
  why: 'Azure gives an address of a virtual network to one thing only and refuses the second. A guest gets the frontend address inside the operating system, not as an IP configuration.',
  fix: 'Remove the second one, and add the frontend address to a loopback adapter of the guest instead.',
  sources: ['private-address-given-once'],
  armCodes: ['MultipleIpConfigsRequestSamePrivateIpAddress'],
  check({ model }, report) {
    for (const [key, holders] of requests(model)) {
      const [first, ...others] = holders
      if (!first || others.length === 0) continue
      const address = key.slice(key.indexOf(' ') + 1)
      report({
        resource: first.id,
        path: 'privateIPAddress',
        related: others.map(({ id }) => id),
        message: `${namesOf(
          model,
          holders.map(({ id }) => id),
        )} ${holders.length === 2 ? 'both' : 'all'} ask for ${address}, so Azure refuses all but the first.`,
        armCode: 'MultipleIpConfigsRequestSamePrivateIpAddress',
        fixes: () => leaveToFirst(model, first, others),
      })
    }
  },
}
