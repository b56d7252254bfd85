import { addressOfCidr, familyOf, hostPrefix, parsePrefix } from '../../topology/address.ts'
import { isClusterAddress, type Resource, type TopologyModel } from '../../topology/model.ts'
import type { Arrival } from './arrivals.ts'
import type { Devices } from './devices.ts'
import type { ClusterAddress, Device, PlannedAddress } from './plan.ts'

interface Addresses {
  readonly addresses: readonly PlannedAddress[]
  readonly clusterAddresses: readonly ClusterAddress[]
  readonly notes: readonly string[]
}

type Machine = Resource<'virtualMachine'>

function deviceWithId({ nics, loopbacks }: Devices, id: string): Device | undefined {
  return [...nics, ...loopbacks].find(({ source }) => source === id)
}

/** Every address that the diagram puts on an interface of the guest beyond its IP configurations. */
function drawnAddresses(
  model: TopologyModel,
  machine: Machine,
): { readonly id: string; readonly cidr: string }[] {
  return [
    ...model
      .interfacesOf(machine.id)
      .flatMap(({ id, guest }) => (guest?.addresses ?? []).map((cidr) => ({ id, cidr }))),
    ...model
      .loopbacksOf(machine.id)
      .flatMap(({ id, addresses }) => (addresses ?? []).map((cidr) => ({ id, cidr }))),
  ]
}

/** Whether the guest forwards everything that the arrivals bring to this address, so that it need not hold it. */
function isForwarded(machine: Machine, address: string, arrivals: readonly Arrival[]): boolean {
  const forwards = machine.guest?.portForwards ?? []
  return arrivals
    .filter((one) => one.address === address)
    .every(({ port, protocols }) =>
      protocols.every((protocol) =>
        forwards.some(
          (one) =>
            addressOfCidr(one.address ?? '') === address && one.protocol === protocol && one.port === port,
        ),
      ),
    )
}

function clusterAddressesOf(arrivals: readonly Arrival[], devices: Devices): ClusterAddress[] {
  const found = new Map<string, ClusterAddress>()
  for (const { frontend, floating, address, family, nic, probe } of arrivals) {
    const device = deviceWithId(devices, nic.id)
    if (!floating || address === undefined || !device || !isClusterAddress(frontend)) continue
    const known = found.get(address)
    if (known?.probe) continue
    found.set(address, { frontend, address, family, device, ...(probe ? { probe } : {}) })
  }
  return [...found.values()]
}

/** Which addresses a guest must hold where, and which it must leave to its cluster. */
export function planAddresses(
  model: TopologyModel,
  machine: Machine,
  arrivals: readonly Arrival[],
  devices: Devices,
): Addresses {
  const notes: string[] = []
  const planned = new Map<string, PlannedAddress>()
  const own = new Set(
    model
      .interfacesOf(machine.id)
      .flatMap(({ id }) => model.ipConfigurationsOf(id))
      .flatMap(({ privateIPAddress }) => (privateIPAddress ? addressOfCidr(privateIPAddress) : [])),
  )
  const clusterAddresses = clusterAddressesOf(arrivals, devices)
  const isCluster = (address: string) => clusterAddresses.some((one) => one.address === address)
  const add = (address: string, device: Device, source: string) => {
    const family = familyOf(address)
    if (!family || planned.has(address) || own.has(address)) return
    planned.set(address, { address, cidr: hostPrefix(address), family, device, source })
  }
  for (const { id, cidr } of drawnAddresses(model, machine)) {
    const prefix = parsePrefix(cidr)
    const device = deviceWithId(devices, id)
    const address = addressOfCidr(cidr)
    if (!prefix || !device) continue
    if (isCluster(address)) {
      if (device.kind === 'loopback') {
        notes.push(
          `${machine.name}: ${address} is a cluster address, so it is left off ${device.name}: the cluster puts it on the NIC of the member that owns it.`,
        )
      }
      continue
    }
    if (hostPrefix(address) !== `${address}/${prefix.length}`) {
      notes.push(`${machine.name}: the diagram holds ${cidr}; ${hostPrefix(address)} is written.`)
    }
    const frontend = model.frontendsWithAddress(address)[0]
    add(address, device, frontend?.id ?? id)
  }
  for (const { floating, frontend, address } of arrivals) {
    if (!floating) continue
    if (address === undefined) {
      notes.push(`${machine.name}: ${frontend.name} has no address yet, so nothing is written for it.`)
    } else if (!isCluster(address) && !isForwarded(machine, address, arrivals)) {
      add(address, devices.fallback, frontend.id)
    }
  }
  return { addresses: [...planned.values()], clusterAddresses, notes: [...new Set(notes)] }
}
