import type { TopologyModel } from '../../../../core/topology/model.ts'
import { membersCalled } from './flow-between.ts'
import { calledTypes, callerTypes, textOf } from './read-attempt.ts'

/** Something to choose for a field, with a word on what it is. */
export interface Suggestion {
  readonly value: string
  readonly note: string
}

/** Above this many things a list of suggestions helps nobody. */
const most = 200

/** Clients and VMs, with their address. */
export function callers(model: TopologyModel): readonly Suggestion[] {
  const clients = model.all('client').map(({ id, ipAddress }) => ({ id, note: ipAddress ?? 'Client' }))
  const machines = model.all('virtualMachine').map(({ id }) => ({ id, note: 'VM' }))
  return [...clients, ...machines]
    .slice(0, most)
    .map(({ id, note }) => ({ value: textOf(model, callerTypes, id), note }))
}

/** Frontends, with their address. */
export const destinations = (model: TopologyModel): readonly Suggestion[] =>
  model
    .all('frontendIPConfiguration')
    .slice(0, most)
    .map(({ id }) => ({
      value: textOf(model, calledTypes, id),
      note: model.frontendAddress(id) ?? 'No address yet',
    }))

/** The addresses that a VM could send from: those of its NICs and what it holds besides. */
export function sources(model: TopologyModel, machine: string): readonly Suggestion[] {
  const bare = (text: string) => text.replace(/\/\d+$/, '')
  const held = model
    .loopbacksOf(machine)
    .flatMap(({ name, addresses }) => (addresses ?? []).map((text) => ({ value: bare(text), note: name })))
  const own = model.interfacesOf(machine).flatMap((nic) => [
    ...model
      .ipConfigurationsOf(nic.id)
      .flatMap(({ privateIPAddress }) => privateIPAddress ?? [])
      .map((value) => ({ value, note: nic.name })),
    ...(nic.guest?.addresses ?? []).map((text) => ({ value: bare(text), note: nic.guest?.name ?? nic.name })),
  ])
  return [...own, ...held]
}

/** The VMs that a call may be sent to, each once. */
export function backends(model: TopologyModel, to: string): readonly { id: string; name: string }[] {
  const machines = membersCalled(model, to).flatMap(({ virtualMachine }) => virtualMachine ?? [])
  return [...new Map(machines.map(({ id, name }) => [id, { id, name }])).values()]
}
