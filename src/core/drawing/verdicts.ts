import { findFrontendRule } from '../simulator/frontend-rules.ts'
import { guestOf } from '../simulator/guest.ts'
import type { BackendReachability, RuleReachability } from '../simulator/summary.ts'
import type { Reason, Verdict } from '../simulator/trace.ts'
import { intendedClients } from '../topology/intended-clients.ts'
import { isClusterAddress, type TopologyModel } from '../topology/model.ts'

/** How many backends answer through a rule. */
export interface RuleVerdict {
  readonly answered: number
  readonly total: number
  /** Whose packets these are, where several clients are drawn and not all are answered. */
  readonly client?: string
  readonly tone: 'ok' | 'bad' | 'neutral'
}

/** What becomes of a rule's packets at one VM. */
export interface GuestVerdict {
  readonly rule: string
  readonly frontend: string
  readonly verdict: Verdict
  readonly reason: Reason
  readonly tone: 'ok' | 'bad' | 'neutral'
  /** The load balancer sends it nothing, because the probe is not answered. */
  readonly probeDown: boolean
  /** Nothing in the guest holds the destination. */
  readonly lacksAddress: boolean
  /** The destination with which packets reach the guest, or would if the probe were answered. */
  readonly sees?: { readonly address: string; readonly port: number | null }
}

export interface Verdicts {
  readonly ruleVerdicts: ReadonlyMap<string, RuleVerdict>
  readonly guestVerdicts: ReadonlyMap<string, readonly GuestVerdict[]>
}

const toneOf = ({ verdict }: BackendReachability): GuestVerdict['tone'] => {
  if (verdict === 'delivered' || verdict === 'delivered-locally') return 'ok'
  return verdict === 'unknown' ? 'neutral' : 'bad'
}

const unhealthy: readonly Reason[] = ['backend-not-healthy', 'no-healthy-backend']

/** The destination that the guest sees, or would see, and whether it holds it. */
function destinationOf(
  model: TopologyModel,
  id: string,
  { virtualMachine, ipConfiguration, reason, guestSees }: BackendReachability,
): Pick<GuestVerdict, 'sees' | 'probeDown' | 'lacksAddress'> {
  const probeDown = unhealthy.includes(reason)
  if (!probeDown) {
    return {
      ...(guestSees ? { sees: guestSees } : {}),
      probeDown,
      lacksAddress: reason === 'guest-no-address',
    }
  }
  const rule = findFrontendRule(model, id)
  const machine = model.find('virtualMachine', virtualMachine)
  const floating = rule?.enableFloatingIP ?? false
  const address = floating
    ? model.frontendAddress(rule?.frontendIPConfiguration)
    : model.find('ipConfiguration', ipConfiguration)?.privateIPAddress
  if (address === undefined) return { probeDown, lacksAddress: false }
  const holds = machine?.guest === undefined || guestOf(model, machine).holdersOf(address).length > 0
  // A cluster's address is with one guest, and the probe is meant to be down at the others.
  const frontend = model.find('frontendIPConfiguration', rule?.frontendIPConfiguration)
  if (floating && !holds && isClusterAddress(frontend)) return { probeDown, lacksAddress: false }
  return { sees: { address, port: rule?.backendPort ?? null }, probeDown, lacksAddress: !holds }
}

function frontendOf(model: TopologyModel, id: string) {
  const rule = findFrontendRule(model, id)
  return model.find('frontendIPConfiguration', rule?.frontendIPConfiguration)
}

function ruleVerdict(model: TopologyModel, reach: RuleReachability): RuleVerdict {
  const { ruleId, client, answered, unknown, total } = reach
  const frontend = frontendOf(model, ruleId)
  const several = frontend !== undefined && intendedClients(model, frontend).length > 1
  const drawn = client === undefined ? undefined : model.find('client', client)?.name
  const whose = several && answered < total && drawn !== undefined ? { client: drawn } : {}
  // Who does not hold a cluster address fails its probe, as it should, while another one answers.
  const waits = ({ reason }: BackendReachability) =>
    isClusterAddress(frontend) && answered > 0 && reason === 'backend-not-healthy'
  const failing = total - answered - unknown - reach.perBackend.filter(waits).length
  const tone = failing > 0 || total === 0 ? 'bad' : unknown > 0 ? 'neutral' : 'ok'
  return { answered, total, ...whose, tone }
}

/** What the simulator says of every rule and every guest, as the diagram shows it. */
export function verdictsOf(model: TopologyModel, all: readonly RuleReachability[]): Verdicts {
  const ruleVerdicts = new Map<string, RuleVerdict>()
  const guestVerdicts = new Map<string, GuestVerdict[]>()
  for (const reach of all) {
    const frontend = frontendOf(model, reach.ruleId)?.id
    if (frontend === undefined) continue
    ruleVerdicts.set(reach.ruleId, ruleVerdict(model, reach))
    for (const backend of reach.perBackend) {
      const { virtualMachine, verdict, reason } = backend
      const list = guestVerdicts.get(virtualMachine) ?? []
      guestVerdicts.set(virtualMachine, list)
      list.push({
        rule: reach.ruleId,
        frontend,
        verdict,
        reason,
        tone: toneOf(backend),
        ...destinationOf(model, reach.ruleId, backend),
      })
    }
  }
  return { ruleVerdicts, guestVerdicts }
}
