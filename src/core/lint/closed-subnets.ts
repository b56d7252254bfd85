import { parsePrefix } from '../topology/address.ts'
import type { Resource, TopologyModel } from '../topology/model.ts'
import { outboundMethods } from './outbound.ts'
import { namesOf } from './wording.ts'

/** A machine whose every IP configuration is without a way out in any protocol. */
interface ClosedMachine {
  readonly machine: Resource<'virtualMachine'>
  /** One of its IP configurations, the primary one if that is there. */
  readonly from: Resource<'ipConfiguration'>
  /** The first of its IP configurations, which gives it its place among the others. */
  readonly first: string
}

/** A subnet, and the machines there that have no way out. */
export interface ClosedSubnet {
  readonly subnet: Resource<'subnet'>
  readonly count: number
  /** The names of the machines, for a sentence. */
  readonly names: string
  /** One IP configuration of each. */
  readonly configurations: readonly Resource<'ipConfiguration'>[]
}

function compute(model: TopologyModel): readonly ClosedMachine[] {
  const methods = outboundMethods(model)
  const open = new Set<string>()
  const closed = new Map<string, ClosedMachine>()
  for (const from of model.all('ipConfiguration')) {
    const nic = model.find('networkInterface', from.networkInterface)
    const machine = model.find('virtualMachine', nic?.virtualMachine)
    if (!machine || open.has(machine.id) || !model.find('subnet', from.subnet)) continue
    if (methods.has(from, 'Tcp') || methods.has(from, 'Udp')) open.add(machine.id)
    else {
      const known = closed.get(machine.id)
      if (known?.from.primary !== true)
        closed.set(machine.id, { machine, from, first: known?.first ?? from.id })
    }
  }
  return [...closed.values()].filter(({ machine }) => !open.has(machine.id))
}

const known = new WeakMap<TopologyModel, readonly ClosedMachine[]>()

function closedMachines(model: TopologyModel): readonly ClosedMachine[] {
  const found = known.get(model) ?? compute(model)
  known.set(model, found)
  return found
}

/** Takes over the closed machines of a model, but those of an excerpt about some resources from there. */
export function keepClosedMachines(
  from: TopologyModel,
  excerpt: TopologyModel,
  to: TopologyModel,
  ids: ReadonlySet<string>,
): void {
  const before = closedMachines(from)
  const isOwn = ({ machine }: ClosedMachine) => ids.has(machine.id)
  const own = closedMachines(excerpt).filter(isOwn)
  const was = before.filter(isOwn)
  const areMachines = (same: (one: ClosedMachine, other: ClosedMachine | undefined) => boolean) =>
    own.length === was.length &&
    own.every((one, index) => one.first === was[index]?.first && same(one, was[index]))
  if (areMachines((one, other) => one.machine === other?.machine && one.from === other.from)) {
    known.set(to, before)
  } else if (areMachines((one, other) => one.machine.id === other?.machine.id)) {
    let next = 0
    known.set(
      to,
      before.map((one) => (isOwn(one) ? (own[next++] ?? one) : one)),
    )
  }
}

/** Whether routes send what goes to the internet to an appliance or a gateway, which may let it out. */
const isRouted = (model: TopologyModel, { routeTable }: Resource<'subnet'>) =>
  (model.find('routeTable', routeTable)?.routes ?? []).some(
    ({ addressPrefix = '', nextHopType }) =>
      (nextHopType === 'VirtualAppliance' || nextHopType === 'VirtualNetworkGateway') &&
      parsePrefix(addressPrefix)?.length === 0,
  )

function bySubnet(model: TopologyModel, machines: readonly ClosedMachine[]): readonly ClosedSubnet[] {
  const found = new Map<string, ClosedMachine[]>()
  for (const one of machines) {
    const others = found.get(one.from.subnet ?? '')
    if (others) others.push(one)
    else found.set(one.from.subnet ?? '', [one])
  }
  return [...found].flatMap(([id, held]) => {
    const subnet = model.find('subnet', id)
    if (!subnet || isRouted(model, subnet)) return []
    const names = namesOf(
      model,
      held.map(({ machine }) => machine.id),
    )
    return { subnet, count: held.length, names, configurations: held.map(({ from }) => from) }
  })
}

const subnets = new WeakMap<readonly ClosedMachine[], readonly ClosedSubnet[]>()

/** The subnets of machines without a way out, but those that routes lead elsewhere. Most edits leave them as they are. */
export function closedSubnets(model: TopologyModel): readonly ClosedSubnet[] {
  const machines = closedMachines(model)
  const found = subnets.get(machines) ?? bySubnet(model, machines)
  subnets.set(machines, found)
  return found
}
