import {
  type AddressFamily,
  familyOf,
  formatAddress,
  hostPrefix,
  parsePrefix,
  prefixContains,
} from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { Arrival } from './arrivals.ts'
import type { Devices } from './devices.ts'
import type { Device, PolicyRoute } from './plan.ts'

/** The gateway of every subnet for IPv6: the Azure host's own address. */
const gatewayIPv6 = 'fe80::1234:5678:9abc'

/** The gateway that Azure gives a NIC: the first address of its subnet. */
function gatewayOf(model: TopologyModel, nic: string, family: AddressFamily): string | undefined {
  if (family === 'IPv6') return gatewayIPv6
  const prefix = model
    .ipConfigurationsOf(nic)
    .flatMap(({ subnet }) => model.prefixesOf(model.find('subnet', subnet)))
    .map((text) => parsePrefix(text))
    .find((one) => one?.family === 'IPv4')
  return prefix && formatAddress({ family, value: prefix.first + 1n })
}

/** The NICs by which each address arrives. */
function nicsByAddress(arrivals: readonly Arrival[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { nic, address, own } of arrivals) {
    for (const one of [address, own]) {
      if (one === undefined) continue
      const known = found.get(one)
      if (known) known.add(nic.id)
      else found.set(one, new Set([nic.id]))
    }
  }
  return found
}

/** The routes that a guest chooses by the source: those drawn, then what brings each answer back by the NIC it arrived at. */
export function planRoutes(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  arrivals: readonly Arrival[],
  { nics }: Devices,
): { readonly routes: readonly PolicyRoute[]; readonly notes: readonly string[] } {
  const notes = new Set<string>()
  const routes: PolicyRoute[] = []
  const add = (from: string, family: AddressFamily, device: Device, source: string) => {
    const table = 100 + nics.indexOf(device)
    const gateway = gatewayOf(model, device.source, family)
    routes.push({
      from,
      family,
      device,
      table,
      preference: 1000 + routes.length,
      ...(gateway === undefined ? {} : { gateway }),
      source,
    })
  }
  for (const { from, networkInterface } of machine.guest?.policyRoutes ?? []) {
    const device = nics.find(({ source }) => source === networkInterface)
    const prefix = parsePrefix(from)
    if (!device) continue
    if (from === '*') for (const family of ['IPv4', 'IPv6'] as const) add('all', family, device, machine.id)
    else if (from !== undefined && prefix) add(from, prefix.family, device, machine.id)
  }
  const fallback = machine.guest?.defaultNetworkInterface ?? nics[0]?.source
  const byAddress = nicsByAddress(arrivals)
  for (const { nic, address, own, frontendRule } of arrivals) {
    const device = nics.find(({ source }) => source === nic.id)
    if (nics.length < 2 || !device || nic.id === fallback) continue
    for (const one of [address, own]) {
      const family = familyOf(one)
      const isCovered = routes.some(({ from, family: known }) =>
        from === 'all' ? known === family : prefixContains(from, one),
      )
      if (one === undefined || !family || isCovered) continue
      const several = byAddress.get(one) ?? new Set()
      if (several.size > 1) {
        // A route for one of them would take the answers of the others along.
        const names = nics.filter(({ source }) => several.has(source)).map(({ name }) => name)
        notes.add(
          `${machine.name}: ${one} arrives by ${names.join(' and ')}, but a route by source sends all its answers by one of them. None is added: let its rules use members on one NIC.`,
        )
        continue
      }
      add(hostPrefix(one), family, device, frontendRule.id)
    }
  }
  return { routes, notes: [...notes] }
}
