import { addressOfCidr, canonicalAddress, prefixContains } from '../../topology/address.ts'
import type { GuestInterface } from './facts.ts'

/** The address of a CIDR in its usual spelling. */
export const addressOf = (cidr: string): string => canonicalAddress(addressOfCidr(cidr))

/** Addresses that every guest has and that no diagram shows. */
const everywhere = ['127.0.0.0/8', '::1/128', 'fe80::/10', '169.254.0.0/16']

/** Whether a diagram shows an address of a guest. */
export const isShown = (cidr: string): boolean =>
  !everywhere.some((prefix) => prefixContains(prefix, addressOf(cidr)))

/** The addresses of an interface that a diagram shows. */
export const shownAddresses = ({ addresses }: GuestInterface): readonly string[] => addresses.filter(isShown)

/** The interface that holds an address, given in its usual spelling. */
export const holderOf = (
  interfaces: readonly GuestInterface[],
  address: string,
): GuestInterface | undefined =>
  interfaces.find(({ addresses }) => addresses.some((cidr) => addressOf(cidr) === address))

const isWhole = (cidr: string) => cidr.endsWith('/32') || cidr.endsWith('/128')

/** Whether an interface is a loopback adapter: it says so, or all that it holds are single addresses. */
export function isLoopbackAdapter(one: GuestInterface): boolean {
  if (one.isLoopback || /^loopback/i.test(one.name ?? '')) return true
  const shown = shownAddresses(one)
  return shown.length > 0 && shown.every(isWhole)
}
