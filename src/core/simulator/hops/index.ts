import type { PlaceOnTheWay } from '../walk.ts'
import { guestEgress } from './guest-egress.ts'
import { guestFirewall } from './guest-firewall.ts'
import { guestIp } from './guest-ip.ts'
import { host } from './host.ts'
import { hostEgress } from './host-egress.ts'
import { nsg } from './nsg.ts'
import { socket } from './socket.ts'

const inGuest = [guestIp, guestFirewall, socket, guestEgress] as const

/** From the health probe's source to the member and back. */
export const probePlaces: readonly PlaceOnTheWay[] = [nsg, ...inGuest, hostEgress]

/** From the frontend, or from the client where no load balancer is involved, to the member and back to its host. */
export const deliveryPlaces: readonly PlaceOnTheWay[] = [host, nsg, ...inGuest, hostEgress]
