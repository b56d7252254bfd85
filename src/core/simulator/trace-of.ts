import type { PoolMember } from '../topology/model.ts'
import type { Endpoint, Flow, Hop, Trace, Verdict } from './trace.ts'
import type { Stop } from './walk.ts'

/** A finished walk as a trace. Absent things are left out of it. */
export function traceOf(
  flow: Flow,
  member: PoolMember,
  verdict: Verdict,
  { at, reason, securityRule }: Stop,
  guestSees: Endpoint | undefined,
  hops: readonly Hop[],
): Trace {
  const trace: { -readonly [K in keyof Trace]: Trace[K] } = { flow, verdict, at, reason, hops }
  if (member.virtualMachine) trace.backend = member.virtualMachine.id
  if (member.ipConfiguration) trace.backendIPConfiguration = member.ipConfiguration.id
  if (securityRule !== undefined) trace.securityRule = securityRule
  if (guestSees) trace.guestSees = guestSees
  return trace
}
