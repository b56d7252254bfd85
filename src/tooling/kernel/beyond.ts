import { addressOfCidr, canonicalAddress, familyOf, prefixContains } from '../../core/topology/address.ts'
import type { Resource, TopologyModel } from '../../core/topology/model.ts'
import { type GuestSetup, guestSetup, isLocal } from './guest-setup.ts'
import type { Trial } from './trial.ts'

const isAny = (address: string | undefined) => ['0.0.0.0', '::'].includes(canonicalAddress(address ?? ''))

/** The addresses of one family that the NICs of a guest hold. */
function onNics({ addresses }: GuestSetup, family: string): string[] {
  return addresses
    .filter(([device]) => device.startsWith('nic'))
    .flatMap(([, cidrs]) => cidrs.map(addressOfCidr))
    .filter((address) => familyOf(address) === family)
}

/** Whether Linux may call an own address from another one: the first of its prefix on the interface, or the one that has the prefix on lo. */
function hasOtherSource({ addresses }: GuestSetup, called: string): boolean {
  const isHeld = addresses.some(([, cidrs]) => cidrs.some((cidr) => addressOfCidr(cidr) === called))
  return addresses.some(([device, cidrs]) => {
    const own = cidrs.findIndex((cidr) => addressOfCidr(cidr) === called)
    if (own < 0) return !isHeld && device === 'lo' && cidrs.some((cidr) => prefixContains(cidr, called))
    const [, length] = cidrs[own]?.split('/') ?? []
    return cidrs.slice(0, own).some((cidr) => cidr.split('/')[1] === length && prefixContains(cidr, called))
  })
}

/** A port forward passed it on to somebody whose answer then stays in the guest: neither is seen from outside. */
function isLostBehindForward({ addresses }: GuestSetup, { trace }: Trial): boolean {
  if (trace.reason !== 'reply-routed-to-loopback' || trace.at !== 'guest-egress') return false
  const taken = trace.hops.findLast(({ at }) => at === 'socket')?.destination
  return taken !== undefined && !isLocal(addresses, taken.address)
}

function answersFromAnyIPv6(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  { protocol, trace }: Trial,
): boolean {
  const socket = trace.hops.findLast(({ at }) => at === 'socket')?.destination
  const isIPv6 = familyOf(socket?.address ?? '') === 'IPv6'
  return (
    isIPv6 &&
    protocol === 'Udp' &&
    model
      .listenersOf(machine.id)
      .some((one) => one.protocol === 'Udp' && one.port === socket?.port && isAny(one.address))
  )
}

/** Why a trial says nothing about the simulator although a kernel could run it: what the document does not decide. */
export function beyondTheModel(
  model: TopologyModel,
  machine: Resource<'virtualMachine'>,
  trial: Trial,
): string | undefined {
  const setup = guestSetup(model, machine)
  if (answersFromAnyIPv6(model, machine, trial) && onNics(setup, 'IPv6').length > 1) {
    return 'Linux: which of several IPv6 addresses a UDP socket for any address answers from is not modelled'
  }
  if (isLostBehindForward(setup, trial)) {
    return 'Linux: an answer from behind a port forward that stays in the guest is not seen'
  }
  if (trial.kind !== 'within') return undefined
  const { to, bind, trace } = trial
  if (bind !== undefined && !isLocal(setup.addresses, bind)) {
    return 'Linux: a socket cannot be bound to an address that the guest does not hold, so nothing is sent'
  }
  const family = familyOf(to.address) ?? 'IPv4'
  const isLocalCall = trace.flow.kind === 'hairpin'
  if (isLocalCall && family === 'IPv4' && hasOtherSource(setup, to.address)) {
    return 'Linux: the source of a call to an own address inside another one’s prefix is not modelled'
  }
  if (family === 'IPv6' && bind === undefined && !isLocalCall && onNics(setup, family).length > 1) {
    return 'Linux: which of several IPv6 addresses an unbound call takes is not modelled'
  }
  return undefined
}
