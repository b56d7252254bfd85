import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fullSubnet, machineFor, subnetFor } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeName } from '../names.ts'
import { nearest, ownerOfType } from '../owners.ts'
import { type Creator, type Drop, pointOf } from './creator.ts'
import { createVirtualMachine } from './virtual-machine.ts'

const services: { readonly [port: number]: string } = {
  22: 'SSH',
  53: 'DNS',
  80: 'HTTP',
  443: 'HTTPS',
  1433: 'SQL Server',
  3389: 'Remote Desktop',
}

interface Socket {
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
  readonly family: 'IPv4' | 'IPv6'
  readonly name: string
}

/** What rules and probes ask of a machine, rules first. */
function wantedSockets(model: TopologyModel, machine: string): readonly Socket[] {
  const reaches = (used: Resource<'loadBalancingRule'> | Resource<'inboundNatRule'>) =>
    model.membersOfRule(used).some((member) => member.virtualMachine?.id === machine)
  const rules = model.all('loadBalancingRule').filter(reaches)
  const served = [...rules, ...model.all('inboundNatRule').filter(reaches)].flatMap((used): Socket[] => {
    const { protocol, backendPort, frontendIPConfiguration } = used
    if ((protocol !== 'Tcp' && protocol !== 'Udp') || !backendPort) return []
    const frontend = model.find('frontendIPConfiguration', frontendIPConfiguration)
    const family = frontend ? model.frontendFamily(frontend) : 'IPv4'
    return [{ protocol, port: backendPort, family, name: services[backendPort] ?? `Service ${backendPort}` }]
  })
  const probed = rules.flatMap(({ probe }): Socket[] => {
    const port = model.find('probe', probe)?.port
    return port === undefined ? [] : [{ protocol: 'Tcp', port, family: 'IPv4', name: 'Health' }]
  })
  return [...served, ...probed]
}

const isServed = (model: TopologyModel, machine: string, { protocol, port }: Omit<Socket, 'name'>) =>
  model.listenersOf(machine).some((one) => one.protocol === protocol && one.port === port)

/** What a rule or probe asks of a machine and nothing serves yet. */
const unservedSocket = (model: TopologyModel, machine: string) =>
  wantedSockets(model, machine).find((socket) => !isServed(model, machine, socket))

/** The machine under the drop, else the nearest on which a rule or probe asks for something that nothing serves. */
function machineThatLacks(draft: Draft, drop: Drop): Resource<'virtualMachine'> | undefined {
  const model = draft.model()
  const under = ownerOfType(model, drop.owner, 'virtualMachine')
  const lacking = model.all('virtualMachine').filter(({ id }) => unservedSocket(model, id) !== undefined)
  return under ?? nearest(draft.document(), lacking, pointOf(drop)) ?? machineFor(draft, drop)
}

/** A service on every address of the guest, at a port that a rule or probe asks for and nothing serves yet. */
export const createListener: Creator = (draft, drop) => {
  if (!machineFor(draft, drop)) {
    const brought = createVirtualMachine(draft, drop)
    if (!('created' in brought)) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  }
  const machine = machineThatLacks(draft, drop)
  if (!machine) return { refusal: 'A listener is part of a virtual machine. Add a virtual machine first.' }
  const model = draft.model()
  const listeners = model.listenersOf(machine.id)
  const usual = [443, 80, 8080].map((port): Socket => {
    return { protocol: 'Tcp', port, family: 'IPv4', name: services[port] ?? `Service ${port}` }
  })
  const wanted =
    unservedSocket(model, machine.id) ?? usual.find((socket) => !isServed(model, machine.id, socket))
  let port = wanted?.port ?? 9000
  while (!wanted && listeners.some((one) => one.port === port)) port++
  const base = wanted?.name ?? `Service ${port}`
  const name = freeName(draft.document(), 'listener', base, machine.id)
  const created = draft.add(
    'listener',
    {
      name,
      virtualMachine: machine.id,
      protocol: wanted?.protocol ?? 'Tcp',
      address: wanted?.family === 'IPv6' ? '::' : '0.0.0.0',
      port,
    },
    `${machine.name} ${name}`,
  )
  return { created, label: `Add listener ${name} to ${machine.name}` }
}
