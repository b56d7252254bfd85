import { familyOf, knownAddress, parsePrefix } from '../../topology/address.ts'
import { isClusterAddress, type Resource, type TopologyModel } from '../../topology/model.ts'
import type { Arrival } from './arrivals.ts'
import type { Devices } from './devices.ts'
import type { FirewallEntry, PortForward, Service } from './plan.ts'

type Machine = Resource<'virtualMachine'>
type Allowed = NonNullable<NonNullable<NonNullable<Machine['guest']>['firewall']>['inboundAllow']>[number]

/** An entry of the diagram: one for each remote address. `undefined` where it says what no firewall of a guest can. */
function drawnEntries(
  entry: Allowed,
  machine: string,
  devices: Devices,
): readonly FirewallEntry[] | undefined {
  const { protocol, port, localAddress, remoteAddresses = [], networkInterface } = entry
  if (protocol === undefined || port === undefined) return []
  // An unknown value is kept in the document; a script would take it for more words.
  if (!['Tcp', 'Udp', '*'].includes(protocol) || (port !== '*' && !Number.isInteger(port))) return undefined
  const device = devices.nics.find(({ source }) => source === networkInterface)
  if (networkInterface !== undefined && !device) return []
  const local = knownAddress(localAddress)
  const family = familyOf(local)
  const base = {
    protocol,
    port: port as number | '*',
    source: machine,
    ...(local && family ? { localAddress: local, family } : {}),
    ...(device ? { device } : {}),
  }
  if (remoteAddresses.length === 0 || remoteAddresses.includes('*')) return [base]
  const prefixes = remoteAddresses.filter((text) => parsePrefix(text))
  if (prefixes.length < remoteAddresses.length) return undefined
  return prefixes.flatMap((remotePrefix) => {
    const remote = parsePrefix(remotePrefix)?.family
    if (!remote || (family && family !== remote)) return []
    return [{ ...base, family: remote, remotePrefix }]
  })
}

/** Whether an entry for everybody lets this in already. */
function covers(entry: FirewallEntry, protocol: string, port: number, address: string | undefined): boolean {
  if (entry.device || entry.remotePrefix !== undefined) return false
  if (entry.localAddress !== undefined && entry.localAddress !== address) return false
  return (
    (entry.protocol === '*' || entry.protocol === protocol) && (entry.port === '*' || entry.port === port)
  )
}

const accepts = (listener: Resource<'listener'>, protocol: string) =>
  listener.protocol === protocol && listener.enabled !== false && listener.port !== undefined

/** What rules and probes bring to the guest's sockets, each once. */
function servicesOf(
  model: TopologyModel,
  machine: Machine,
  arrivals: readonly Arrival[],
  portForwards: readonly PortForward[],
): readonly (Service & { readonly to?: string })[] {
  const found = new Map<string, Service & { readonly to?: string }>()
  const add = (one: Service & { readonly to?: string }) => {
    const key = `${one.protocol} ${one.port} ${one.address}`
    if (!found.has(key)) found.set(key, one)
  }
  for (const { frontendRule, frontend, floating, protocols, port, address, probe } of arrivals) {
    for (const protocol of protocols) {
      const forward = portForwards.find(
        (one) => one.address === address && one.port === port && one.protocol === protocol,
      )
      const listeners = model.listenersOf(machine.id).filter((one) => accepts(one, protocol))
      const anyPort = listeners.flatMap((one) => one.port ?? [])
      const asks = listeners.some((one) => one.port === port && one.replyFromReceivedAddress === true)
      const isBound = protocol === 'Udp' && floating && !forward && !asks
      const to = forward?.toAddress ?? address
      for (const one of forward ? [forward.toPort] : port === 0 ? anyPort : [port]) {
        add({
          protocol,
          port: one,
          ...(isBound && address !== undefined ? { address } : {}),
          ...(to === undefined ? {} : { to }),
          source: frontendRule.id,
        })
      }
    }
    // Only the owner of a cluster address answers its probe.
    if (probe?.port !== undefined && !isClusterAddress(frontend)) {
      add({ protocol: 'Tcp', port: probe.port, source: probe.id })
    }
  }
  return [...found.values()]
}

/** What the firewall of a guest must let in: what the diagram says, then what rules and probes need besides. */
export function planFirewall(
  model: TopologyModel,
  machine: Machine,
  arrivals: readonly Arrival[],
  devices: Devices,
  portForwards: readonly PortForward[],
) {
  const notes: string[] = []
  const entries: FirewallEntry[] = []
  for (const entry of machine.guest?.firewall?.inboundAllow ?? []) {
    const drawn = drawnEntries(entry, machine.id, devices)
    if (drawn) entries.push(...drawn)
    else {
      notes.push(
        `${machine.name}: an entry of the guest firewall for port ${entry.port} has a protocol, a port or a remote address that no guest knows, such as a service tag; it is left out.`,
      )
    }
  }
  const services = servicesOf(model, machine, arrivals, portForwards)
  const probes = arrivals.flatMap(({ probe }) => probe ?? [])
  for (const { protocol, port, to, source } of [
    ...services,
    ...probes.map(({ port = 0, id }) => ({ protocol: 'Tcp' as const, port, to: undefined, source: id })),
  ]) {
    if (port === 0 || entries.some((entry) => covers(entry, protocol, port, to))) continue
    entries.push({ protocol, port, source })
  }
  return { entries, services, notes: [...new Set(notes)] }
}
