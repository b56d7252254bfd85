import { parsePrefix, prefixContains, sameAddress } from '../../topology/address.ts'
import { ownsAddress } from '../guest.ts'
import { machineOf, type PlaceOnTheWay, tell, type Walk } from '../walk.ts'
import { say, sayAddress, sayProtocol } from '../words.ts'

type Firewall = NonNullable<NonNullable<NonNullable<Walk['guest']>['virtualMachine']['guest']>['firewall']>
type Allowed = NonNullable<Firewall['inboundAllow']>[number]

function allows(entry: Allowed, { protocol, destination, client, member }: Walk): boolean {
  if (entry.protocol !== '*' && entry.protocol !== protocol) return false
  if (entry.port !== '*' && entry.port !== destination.port) return false
  if (entry.localAddress !== undefined && !sameAddress(entry.localAddress, destination.address)) return false
  if (entry.networkInterface !== undefined && entry.networkInterface !== member.networkInterface?.id) {
    return false
  }
  const remote = entry.remoteAddresses ?? []
  return (
    remote.length === 0 ||
    remote.some((text) => text === '*' || prefixContains(parsePrefix(text), client.address))
  )
}

/** The guest's own firewall: what the guest receives itself, after port forwards. */
export const guestFirewall: PlaceOnTheWay = (walk) => {
  const { guest, model, destination, protocol } = walk
  const firewall = guest?.virtualMachine.guest?.firewall
  const machine = () => model.nameOf(machineOf(walk))
  if (guest && walk.portForward && !ownsAddress(guest, destination.address)) {
    tell(walk, 'guest-firewall', machineOf(walk), 'guest-firewall-skips-forwarded', () => {
      return `${machine()} passes it on to ${say(model, destination)}; its own firewall is not asked.`
    })
    return undefined
  }
  if (firewall?.enabled !== true) {
    tell(walk, 'guest-firewall', machineOf(walk), 'guest-firewall-must-allow', () => {
      return `The firewall of ${machine()} is off.`
    })
    return undefined
  }
  const what = () =>
    `${sayProtocol(protocol)} port ${destination.port} on ${sayAddress(model, destination.address)}`
  if (firewall.inboundAllow?.some((entry) => allows(entry, walk))) {
    tell(walk, 'guest-firewall', machineOf(walk), 'guest-firewall-must-allow', () => {
      return `The firewall of ${machine()} allows ${what()}.`
    })
    return undefined
  }
  tell(walk, 'guest-firewall', machineOf(walk), 'guest-firewall-must-allow', () => {
    return `The firewall of ${machine()} does not allow ${what()}: dropped.`
  })
  return { at: 'guest-firewall', reason: 'guest-firewall' }
}
