import { type AddressFamily, familyOf, knownAddress } from '../../topology/address.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { type Resource, resolve, type TopologyModel } from '../../topology/model.ts'
import type { ExportFinding, ExportOptions } from '../exporter.ts'
import { planAddresses } from './address-plan.ts'
import { arrivalsOf } from './arrivals.ts'
import { type Devices, devicesOf, type System } from './devices.ts'
import { planFirewall } from './firewall-plan.ts'
import type { GuestPlan, PortForward } from './plan.ts'
import { planRoutes } from './route-plan.ts'
import { planWeakHost } from './weak-host-plan.ts'

type Machine = Resource<'virtualMachine'>

function portForwardsOf({ guest }: Machine): PortForward[] {
  return (guest?.portForwards ?? []).flatMap(({ protocol, port, toPort, ...one }) => {
    const address = knownAddress(one.address)
    const toAddress = knownAddress(one.toAddress)
    const family = familyOf(address)
    // An unknown value is kept in the document; a script would take it for more words.
    if (protocol !== 'Tcp' && protocol !== 'Udp') return []
    if (!port || !toPort || !Number.isInteger(port) || !Number.isInteger(toPort)) return []
    if (!address || !toAddress || !family) return []
    return familyOf(toAddress) === family ? [{ protocol, family, address, port, toAddress, toPort }] : []
  })
}

function rpFilterOf(model: TopologyModel, { guest }: Machine, { nics }: Devices): GuestPlan['rpFilter'] {
  const drawn = nics.map((device) => model.find('networkInterface', device.source)?.guest?.rpFilter)
  const said = guest?.rpFilter !== undefined || drawn.some((value) => value !== undefined)
  // With one NIC no filter can be in the way; with several the distribution's own setting could be.
  if (!said && nics.length < 2) return []
  return [
    { value: guest?.rpFilter ?? 0 },
    ...nics.map((device, index) => ({ device, value: drawn[index] ?? 0 })),
  ]
}

/** Names of files: the machine's name without what file systems refuse, and never the same twice. */
function fileNames(machines: readonly Machine[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, name } of machines) {
    const slug = id.slice(id.indexOf('/') + 1)
    const plain = name
      .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60)
    const chosen = plain === '' || taken.has(plain.toLowerCase()) ? slug : plain
    let unique = chosen
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${chosen}-${number}`
    taken.add(unique.toLowerCase())
    names.set(id, unique)
  }
  return names
}

/** Errors that concern a machine or what is on it. */
function errorsOf(
  model: TopologyModel,
  { id }: Machine,
  findings: readonly ExportFinding[],
): readonly string[] {
  const nics = model.interfacesOf(id).map((nic) => nic.id)
  const parts = new Set<string>([
    id,
    ...nics,
    ...nics.flatMap((nic) => model.ipConfigurationsOf(nic).map((one) => one.id)),
    ...model.loopbacksOf(id).map((one) => one.id),
    ...model.listenersOf(id).map((one) => one.id),
  ])
  return findings.flatMap(({ severity, resource, related = [], message }) =>
    severity === 'error' && [resource, ...related].some((one) => parts.has(one)) ? [message] : [],
  )
}

function planOf(
  model: TopologyModel,
  machine: Machine,
  system: System,
  fileName: string,
  findings: readonly ExportFinding[],
): GuestPlan {
  const { guest } = machine
  const devices = devicesOf(model, machine, system)
  const arrivals = arrivalsOf(model, machine.id)
  const portForwards = portForwardsOf(machine)
  const { addresses, clusterAddresses, notes } = planAddresses(model, machine, arrivals, devices)
  const firewall = planFirewall(model, machine, arrivals, devices, portForwards)
  const { routes, notes: routeNotes } = planRoutes(model, machine, arrivals, devices)
  const own = model
    .interfacesOf(machine.id)
    .flatMap(({ id }) => model.ipConfigurationsOf(id))
    .flatMap(({ privateIPAddress }) => familyOf(privateIPAddress) ?? [])
  const held = new Set([...addresses, ...clusterAddresses].map(({ address }) => address))
  const families = new Set<AddressFamily>([...own, ...addresses.map(({ family }) => family)])
  const ownAddresses = new Set(arrivals.map((one) => one.own))
  const leavesGuest = portForwards.some(
    ({ toAddress }) => !held.has(toAddress) && !ownAddresses.has(toAddress) && toAddress !== '127.0.0.1',
  )
  const used = addresses.length + clusterAddresses.length > 0
  return {
    machine,
    os: guest?.os as GuestPlan['os'],
    fileName,
    nics: devices.nics,
    families: (['IPv4', 'IPv6'] as const).filter((family) => families.has(family)),
    addresses,
    clusterAddresses,
    weakHost: planWeakHost(model, arrivals, addresses, devices),
    firewallOn: guest?.firewall?.enabled === true,
    firewall: firewall.entries,
    forwarding: guest?.ipForwarding === true || leavesGuest,
    rpFilter: system === 'linux' ? rpFilterOf(model, machine, devices) : [],
    policyRoutes: routes,
    portForwards,
    services: firewall.services,
    errors: errorsOf(model, machine, findings),
    notes: [
      ...(guest === undefined && used
        ? [`${machine.name}: the diagram does not say which operating system it runs.`]
        : []),
      ...devices.notes,
      ...notes,
      ...routeNotes,
      ...firewall.notes,
    ],
  }
}

/** The plans of all machines, or of one, that run this system or of which nobody has said, in the order of the document. */
export function guestPlans(
  document: TopologyDocument,
  system: System,
  { machine: only, findings = [] }: Pick<ExportOptions, 'machine' | 'findings'> = {},
): readonly GuestPlan[] {
  const model = resolve(document)
  const machines = model.all('virtualMachine')
  const names = fileNames(machines)
  return machines
    .filter(({ id, guest }) => (only ?? id) === id && (guest?.os === undefined || guest.os === system))
    .map((machine) => planOf(model, machine, system, names.get(machine.id) ?? machine.id, findings))
}
