import type { Trace } from '../../../../core/simulator/trace.ts'

/** Why no capture in a guest shows the packet at a place. */
export function nothingCaptured({ hops, reason, flow }: Trace, step: number): string {
  const hop = hops[step]
  const isLast = step === hops.length - 1
  if (hop?.at === 'guest-egress' && isLast && reason === 'reply-strong-host-send') {
    return 'Windows sends no answer, so a capture in the guest shows the request only.'
  }
  if (hops[0]?.at === 'guest-ip') return 'The packet stays inside Windows, where no interface shows it.'
  if (hop?.at === 'client' && flow.kind !== 'probe')
    return 'Here the packet is at the caller, not in the guest behind the load balancer.'
  if (hop?.at.startsWith('guest') || hop?.at === 'socket')
    return 'An address is not known yet, so the line cannot be written.'
  return 'Azure does this outside of the guest: no capture there shows it.'
}
