import type { GuestReader } from '../reader.ts'
import { collector } from './collector.ts'
import { ipAddress } from './ip-address.ts'
import { ipRoute } from './ip-route.ts'
import { ipRule } from './ip-rule.ts'
import { netsh } from './netsh.ts'
import { nftables } from './nftables.ts'
import { powershell } from './powershell.ts'
import { sockets } from './sockets.ts'
import { sysctl } from './sysctl.ts'

/** Every kind of output of a guest that is read, in the order in which they are tried. */
export const guestReaders: readonly GuestReader[] = [
  collector,
  ipAddress,
  ipRule,
  ipRoute,
  sysctl,
  sockets,
  nftables,
  powershell,
  netsh,
]
