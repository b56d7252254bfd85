import type { TopologyModel } from '../topology/model.ts'
import { missingAddresses } from './hold-address.ts'

/** Up to this many virtual machines, all of them are drawn in full; more are drawn as one line each. */
export const fullViewLimit = 3

const line = 24
const gap = 4
const title = 34
const guestBoundary = 21
const bottomEdge = 10
const securityGroup = 26
const missingRow = 31 + gap
const verdictLine = 18
const verdictGroup = 6 + gap
const linesPerGroup = 4

const destinationsByModel = new WeakMap<TopologyModel, ReadonlyMap<string, ReadonlySet<string>>>()

/** Each destination with which packets of some rule arrive at a machine. */
function destinationsOf(model: TopologyModel, machine: string): number {
  let index = destinationsByModel.get(model)
  if (!index) {
    const found = new Map<string, Set<string>>()
    for (const used of [...model.all('loadBalancingRule'), ...model.all('inboundNatRule')]) {
      for (const member of model.membersOfRule(used)) {
        const id = member.virtualMachine?.id
        if (id === undefined) continue
        const address = used.enableFloatingIP ? used.frontendIPConfiguration : member.address
        found.set(id, (found.get(id) ?? new Set()).add(`${address} ${used.backendPort}`))
      }
    }
    index = found
    destinationsByModel.set(model, index)
  }
  return index.get(machine)?.size ?? 0
}

/** The most that the lines on what becomes of packets can take: some may arrive, some may not. */
function verdictHeight(destinations: number): number {
  const groups = Math.min(destinations, 3)
  return groups * verdictGroup + Math.min(destinations, groups * linesPerGroup) * verdictLine
}

/** The most that a virtual machine needs for its NICs, adapters, services, missing addresses and verdicts. */
export function machineHeight(model: TopologyModel, id: string): number {
  if (model.all('virtualMachine').length > fullViewLimit) return 48
  const guest = model.find('virtualMachine', id)?.guest
  const weakHost = guest?.os === 'windows' ? 16 : 0
  const adapter = (addresses: number) => 7 + line * Math.max(1, addresses) + weakHost + gap
  const nics = model.interfacesOf(id).map((nic) => {
    const addresses = model.ipConfigurationsOf(nic.id).length + (nic.guest?.addresses?.length ?? 0)
    return (
      adapter(addresses) + (model.find('networkSecurityGroup', nic.networkSecurityGroup) ? securityGroup : 0)
    )
  })
  const loopbacks = model.loopbacksOf(id).map(({ addresses }) => adapter(addresses?.length ?? 0))
  const services = model.listenersOf(id).length + (guest?.portForwards?.length ?? 0)
  const missing = missingAddresses(model, id).filter(({ isNeeded }) => isNeeded).length
  const isEmpty = guest === undefined || loopbacks.length + services === 0
  const verdicts = destinationsOf(model, id)
  const rows = [...nics, ...loopbacks].reduce((sum, height) => sum + height, 0)
  const height =
    title +
    guestBoundary +
    bottomEdge +
    rows +
    (services + (isEmpty ? 1 : 0)) * line +
    missing * missingRow +
    verdictHeight(verdicts) -
    (verdicts > 0 ? gap : 0)
  return Math.ceil(height / 8) * 8
}
