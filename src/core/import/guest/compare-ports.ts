import { isAnyAddress } from '../../topology/address.ts'
import { isClusterAddress, type TopologyModel } from '../../topology/model.ts'
import { addressOf } from './addresses.ts'
import type { AddRow } from './compare-guest.ts'
import type { GuestFacts, GuestSocket } from './facts.ts'
import type { MatchedGuest } from './match-guests.ts'
import { rulesOfMachine } from './rules-of-machine.ts'

/** The sockets of a guest on a port. */
export const socketsOn = (
  { sockets = [] }: GuestFacts,
  protocol: string | undefined,
  port: number | undefined,
) => sockets.filter((one) => one.protocol === protocol && one.port === port)

/** What listens on a port, in words; `isRight` says that it is what was asked for. */
export function sayListening(sockets: readonly GuestSocket[], isRight: boolean): string {
  if (isRight) return 'Listens'
  const addresses = sockets.map(({ address }) => address).join(', ')
  return addresses === '' ? 'Nothing listens on the port' : `Listens on ${addresses}`
}

/** Ports of rules and probes that no drawn listener stands for: something has to listen on them. */
export function comparePorts(model: TopologyModel, { facts, machine }: MatchedGuest, add: AddRow): void {
  const drawn = new Set(model.listenersOf(machine.id).map(({ protocol, port }) => `${protocol} ${port}`))
  for (const { port } of machine.guest?.portForwards ?? []) drawn.add(`Tcp ${port}`).add(`Udp ${port}`)
  const ask = (
    protocol: string | undefined,
    port: number | undefined,
    to: string | undefined,
    by: string,
  ) => {
    if ((protocol !== 'Tcp' && protocol !== 'Udp') || port === undefined || port === 0) return
    const key = `${protocol} ${port}`
    const place = `${key} at ${to}`
    if (drawn.has(key) || drawn.has(place)) return
    drawn.add(place)
    const same = socketsOn(facts, protocol, port)
    const listens = same.some(
      ({ address }) => to === undefined || isAnyAddress(address) || addressOf(address) === addressOf(to),
    )
    add(`${key} for ${by}`, sayListening(same, listens), listens)
  }
  for (const { frontendRule, member } of rulesOfMachine(model, machine.id)) {
    const frontend = model.find('frontendIPConfiguration', frontendRule.frontendIPConfiguration)
    if (isClusterAddress(frontend)) continue
    const own = member.ipConfiguration?.privateIPAddress
    const to = frontendRule.enableFloatingIP ? model.frontendAddress(frontend?.id) : own
    ask(frontendRule.protocol, frontendRule.backendPort, to, frontendRule.name)
    const probe = 'probe' in frontendRule ? model.find('probe', frontendRule.probe) : undefined
    if (probe) ask('Tcp', probe.port, own, `probe ${probe.name}`)
  }
}
