import type { Resource, TopologyModel } from '../topology/model.ts'
import { shortAddress } from '../topology/short-address.ts'
import { missingAddresses } from './hold-address.ts'
import { areManyListeners, listenersShown } from './listener-lines.ts'

/** Up to this many virtual machines, all of them are drawn in full; more are drawn as one line each. */
export const fullViewLimit = 3

/** How wide a virtual machine is drawn. */
export const machineWidth = 240

const line = 24
const addressLine = 22
const gap = 4
const title = 30
const guestBoundary = 13
const bottomEdge = 8
const securityGroup = 26
const missingRow = 28 + gap
const verdictLine = 16
const verdictGroup = 4 + gap
const linesPerGroup = 4
const listenerRoom = machineWidth - 16

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
  if (destinations === 0) return 0
  const groups = Math.min(destinations, 3)
  const answered = groups * verdictGroup + Math.min(destinations, groups * linesPerGroup) * verdictLine
  const probeDown = verdictGroup + (1 + Math.min(destinations, linesPerGroup)) * verdictLine
  return Math.max(answered, probeDown)
}

/** The port that a listener is drawn with, and its address where it is bound to one. */
export function socketWords({ address, port, protocol }: Resource<'listener'>): string {
  const number = `${port ?? '?'}`
  const host = address?.includes(':') ? `[${shortAddress(address, 13)}]` : (address ?? '?')
  const socket = address === '0.0.0.0' ? number : `${host}:${number}`
  return protocol === 'Udp' ? `${socket} udp` : socket
}

/** About how wide a listener is drawn: its icon, its name and its socket. */
export function listenerWidth(listener: Resource<'listener'>): number {
  const words = socketWords(listener)
  const wide = listener.name.replace(/[^A-Z0-9mwMW]/g, '').length
  return Math.min(listenerRoom, Math.ceil(36 + listener.name.length * 6.2 + wide * 2.4 + words.length * 7.3))
}

/** On how many lines the listeners of a machine stand, as many beside each other as have room; one is for folding many. */
function listenerLines(model: TopologyModel, id: string, collapsed: boolean | undefined): number {
  const all = model.listenersOf(id)
  let [lines, end] = [areManyListeners(all.length) ? 1 : 0, Number.POSITIVE_INFINITY]
  for (const listener of all.slice(0, listenersShown(all.length, collapsed))) {
    const width = listenerWidth(listener)
    const isBeside = end + gap + width <= listenerRoom
    end = isBeside ? end + gap + width : width
    if (!isBeside) lines++
  }
  return lines
}

/** The most that a virtual machine needs for its NICs, adapters, services, missing addresses and verdicts. */
export function machineHeight(model: TopologyModel, id: string, collapsed?: boolean): number {
  if (model.all('virtualMachine').length > fullViewLimit) return 48
  const guest = model.find('virtualMachine', id)?.guest
  const weakHost = guest?.os === 'windows' ? 15 : 0
  const adapter = (addresses: number) => 5 + addressLine * Math.max(1, addresses) + weakHost + gap
  const nics = model.interfacesOf(id).map((nic) => {
    const addresses = model.ipConfigurationsOf(nic.id).length + (nic.guest?.addresses?.length ?? 0)
    return (
      adapter(addresses) + (model.find('networkSecurityGroup', nic.networkSecurityGroup) ? securityGroup : 0)
    )
  })
  const loopbacks = model.loopbacksOf(id).map(({ addresses }) => adapter(addresses?.length ?? 0))
  const services = listenerLines(model, id, collapsed) + (guest?.portForwards?.length ?? 0)
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
    (services > 0 || isEmpty ? gap : 0) +
    verdictHeight(verdicts) -
    (verdicts > 0 ? gap : 0)
  return Math.ceil(height / 8) * 8
}
