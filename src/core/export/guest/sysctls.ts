import { prefixContains } from '../../topology/address.ts'
import type { GuestPlan } from './plan.ts'

/** A kernel setting by its path below `/proc/sys/net`. */
export interface Sysctl {
  readonly path: string
  readonly value: number
  readonly source: string
}

/** The kernel settings of a Linux guest. */
export function sysctlsOf({
  machine,
  nics,
  families,
  forwarding,
  rpFilter,
  portForwards,
}: GuestPlan): Sysctl[] {
  const of = (path: string, value: number, source: string = machine.id): Sysctl => ({ path, value, source })
  const toItself = portForwards.some(({ toAddress }) => prefixContains('127.0.0.0/8', toAddress))
  const hasIPv6 = families.includes('IPv6')
  return [
    // A router takes no default route from advertisements unless told to, and Azure gives IPv6 routes in that way.
    ...(forwarding && hasIPv6
      ? nics.map(({ name, source }) => of(`ipv6/conf/${name}/accept_ra`, 2, source))
      : []),
    ...(forwarding ? [of('ipv4/ip_forward', 1)] : []),
    ...(forwarding && hasIPv6 ? [of('ipv6/conf/all/forwarding', 1)] : []),
    ...rpFilter.map(({ device, value }) =>
      of(`ipv4/conf/${device?.name ?? 'all'}/rp_filter`, value, device?.source),
    ),
    ...(toItself ? nics.map(({ name, source }) => of(`ipv4/conf/${name}/route_localnet`, 1, source)) : []),
  ]
}

/** A setting as sysctl.d writes it: dots, unless the interface's name has one. */
export function sysctlName(path: string): string {
  return path.includes('.') ? `net/${path}` : `net.${path.replaceAll('/', '.')}`
}
