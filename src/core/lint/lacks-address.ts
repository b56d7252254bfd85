import type { Arrival } from './targets.ts'

/** Whether a guest drops packets that arrive for an address: it neither holds it nor forwards some port of it. */
export function lacksAddress({ guest, address, endpoints }: Arrival): boolean {
  return (
    !guest.accepts(address) &&
    endpoints.some(({ protocol, port }) => !guest.forwards(protocol, address, port))
  )
}
