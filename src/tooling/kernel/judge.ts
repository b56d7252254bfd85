import type { Endpoint, Trace } from '../../core/simulator/trace.ts'
import { familyOf, sameAddress } from '../../core/topology/address.ts'
import { type GuestSetup, isLocal } from './guest-setup.ts'
import type { Experiment, Observation } from './lab.ts'
import type { Trial } from './trial.ts'
import type { Sighting, Sightings } from './watch.ts'

/** What became of a packet, told in the same words for simulator and kernel. What is not there did not happen. */
export interface Account {
  readonly verdict: string
  /** The first place in the guest that stopped it, or `socket` where it got so far. */
  readonly place?: string
  /** With which destination it reached the guest's NIC. */
  readonly seen?: string
  /** With which destination it was given to a socket. */
  readonly socket?: string
  /** The source of the answer on the wire. */
  readonly source?: string
  /** By which NIC the answer left. */
  readonly nic?: string
}

const text = ({ address, port }: Endpoint) => (port === null ? address : `${address} ${port}`)

function headersOf(sightings: Sightings, place: string, protocol: string): readonly Sighting[] {
  const sets = [`${place}_${protocol.toLowerCase()}4`, `${place}_${protocol.toLowerCase()}6`]
  return sets.flatMap((set) => sightings[set] ?? [])
}

const lastOf = (trace: Trace, at: string) => trace.hops.findLast((hop) => hop.at === at)

type Through = Extract<Trial, { kind: 'through' }>

/** Whether Linux asks for the way back to a client on arrival. */
function looksBack({ sysctls, ipv4 }: GuestSetup, nic: number): boolean {
  const filters = ['all', `nic${nic}`].map((one) => sysctls[`ipv4/conf/${one}/rp_filter`] ?? 0)
  return Math.max(...filters) > 0 || ipv4.some((line) => line.startsWith('rule add'))
}

/** Whether Linux drops on arrival what comes from a prefix on lo, because it looks for the way back. */
const isDroppedOnArrival = ({ client, nic }: Through, setup: GuestSetup): boolean =>
  familyOf(client) === 'IPv4' && isLocal(setup.addresses, client) && looksBack(setup, nic)

/** What the simulator says of a trial. */
export function simulated(trial: Trial, setup: GuestSetup): Account {
  const { trace } = trial
  const { nics, addresses } = setup
  const { verdict, at, reason } = trace
  const nicOf = (id: string | undefined) => {
    const index = nics.indexOf(id ?? '')
    return index < 0 ? {} : { nic: `nic${index}` }
  }
  const egress = lastOf(trace, 'guest-egress')
  if (trial.kind === 'within') {
    if (trace.flow.kind === 'hairpin')
      return { verdict, source: text({ address: trace.flow.to, port: null }) }
    const machine = trace.hops[0]
    return {
      verdict: 'sent',
      source: machine?.source.address ?? '',
      ...nicOf(lastOf(trace, 'nsg')?.resource),
    }
  }
  const seen = trace.guestSees ? { seen: text(trace.guestSees) } : {}
  if (trial.routed) {
    return { verdict, place: at === 'guest-ip' ? 'guest-ip' : 'forwarded', ...seen }
  }
  if (isDroppedOnArrival(trial, setup)) return { verdict, place: 'guest-ip', ...seen }
  // Over IPv6 Linux takes what seems to come from itself and keeps the answer.
  if (reason === 'hairpin-mismatch' && familyOf(trial.client) === 'IPv6') return { verdict, ...seen }
  const socketHop = lastOf(trace, 'socket')
  const inGuest = socketHop && isLocal(addresses, socketHop.destination.address)
  const place = at === 'guest-ip' || at === 'guest-firewall' ? at : inGuest ? 'socket' : 'forwarded'
  const stays = reason === 'reply-routed-to-loopback' || at === 'guest-egress' || !egress
  return {
    verdict,
    place,
    ...seen,
    ...(inGuest ? { socket: text(socketHop.destination) } : {}),
    ...(stays ? {} : { source: text(egress.source), ...nicOf(egress.resource) }),
  }
}

interface Answer {
  readonly nic: string
  readonly source: Endpoint
}

/** The answer on the wire: a packet back to the client's port, or a report that the port cannot be reached. */
function answerOf(
  experiment: Experiment,
  { port, response }: Observation,
  client: string,
  delivered: Endpoint,
  protocol: string,
): readonly Answer[] {
  const back = headersOf(experiment.outside, 'wire', protocol)
    .filter(({ destination }) => destination.port === port && sameAddress(destination.address, client))
    .map(({ device, source }) => ({ nic: device, source }))
  if (back.length > 0 || protocol === 'Tcp' || response.outcome !== 'refused') return back
  return [...(experiment.outside.wire_icmp4 ?? []), ...(experiment.outside.wire_icmp6 ?? [])]
    .filter((one) => one.destination.address === client && one.source.address === delivered.address)
    .map(({ device, source }) => ({ nic: device, source: { address: source.address, port: delivered.port } }))
}

/** A packet from a client's port on a NIC: not what the guest sends to itself, nor what the load balancer got. */
const byPort = (port: number) => (one: Sighting) => one.source.port === port && one.device.startsWith('nic')

/** What the kernel did with a trial. */
export function observed(trial: Trial, observation: Observation, experiment: Experiment): Account {
  return trial.kind === 'within'
    ? observedWithin(trial, observation, experiment)
    : observedThrough(trial, observation, experiment)
}

function observedWithin(
  { trace, protocol }: Trial,
  { port, response }: Observation,
  { outside }: Experiment,
): Account {
  const sent = headersOf(outside, 'wire', protocol).find(byPort(port))
  if (trace.flow.kind === 'hairpin') {
    if (sent) return { verdict: 'left the guest', source: sent.source.address, nic: sent.device }
    const { outcome, heard = '' } = response
    const verdict = outcome === 'answered' ? 'delivered-locally' : outcome
    const words = heard.split(' ')
    const source = outcome === 'answered' ? (words.at(-2) ?? '').replace('::ffff:', '') : trace.flow.to
    return { verdict, source }
  }
  if (!sent) return { verdict: response.error ?? 'not sent' }
  return { verdict: 'sent', source: sent.source.address, nic: sent.device }
}

function observedThrough(
  { trace, protocol, delivered, client, nic, routed }: Extract<Trial, { kind: 'through' }>,
  observation: Observation,
  experiment: Experiment,
): Account {
  const { port, response } = observation
  const of = (place: string) => headersOf(experiment.inside, place, protocol).find(byPort(port))
  const seen = of('seen')
  if (!seen) return { verdict: 'never reached the guest' }
  const arrival = { seen: text(seen.destination) }
  if (seen.device !== `nic${nic}`) return { verdict: `arrived at ${seen.device}`, ...arrival }
  if (routed) {
    const passedOn = headersOf(experiment.outside, 'wire', protocol).some(byPort(port))
    return passedOn
      ? { verdict: 'delivered', place: 'forwarded', ...arrival }
      : { verdict: 'dropped', place: 'guest-ip', ...arrival }
  }
  const isProbe = trace.flow.kind === 'probe'
  const dropped = isProbe ? 'down' : 'dropped'
  const taken = of('passed')
  const answers = answerOf(experiment, observation, client, delivered, protocol)
  const [answer, ...more] = [...new Map(answers.map((one) => [JSON.stringify(one), one])).values()]
  const place = taken ? 'socket' : of('own') ? 'guest-firewall' : answer ? 'forwarded' : 'guest-ip'
  const inside = { place, ...arrival, ...(taken ? { socket: text(taken.destination) } : {}) }
  if (!answer) return { verdict: dropped, ...inside }
  const back = { source: text(answer.source), nic: answer.nic }
  if (more.length > 0) return { verdict: `${answers.length} different answers`, ...inside, ...back }
  const lost = answer.nic !== `nic${nic}` || text(answer.source) !== text(delivered)
  if (lost) return { verdict: dropped, ...inside, ...back }
  const verdicts = { answered: isProbe ? 'up' : 'delivered', refused: isProbe ? 'down' : 'refused' }
  const verdict =
    verdicts[response.outcome as keyof typeof verdicts] ?? `${response.outcome} ${response.error ?? ''}`
  return { verdict, ...inside, ...back }
}

/** The names of what differs. A trace that does not name its place, the NIC of its answer or its port leaves it open. */
export function differences(simulated: Account, observed: Account): (keyof Account)[] {
  const names = ['verdict', 'place', 'seen', 'socket', 'source', 'nic'] as const
  const leavesOpen = (name: keyof Account) =>
    (name === 'nic' && simulated.nic === undefined) ||
    ((name === 'place' || name === 'socket') && simulated.place === undefined) ||
    (name === 'source' && simulated.source === observed.source?.split(' ')[0])
  return names.filter((name) => simulated[name] !== observed[name] && !leavesOpen(name))
}
