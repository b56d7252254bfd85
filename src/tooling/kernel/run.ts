import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { simulate } from '../../core/simulator/simulate.ts'
import type { Flow, Trace } from '../../core/simulator/trace.ts'
import { type Resource, resolve } from '../../core/topology/model.ts'
import type { Case } from './documents.ts'
import { type GuestSetup, guestSetup, isLocal } from './guest-setup.ts'
import { type Account, differences, observed, simulated } from './judge.ts'
import type { Experiment, Lab } from './lab.ts'
import { planTrial, type Trial, type Untried } from './trial.ts'

/** A trace beside what the kernel did. */
export interface Comparison {
  readonly trace: Trace
  readonly simulated: Account
  readonly observed: Account
  readonly differences: readonly string[]
}

/** Whether simulator and kernel disagree. */
export const disagrees = ({ differences }: Comparison) => differences.length > 0

/** A guest with everything that was tried on it. */
export interface GuestReport {
  readonly name: string
  readonly machine: string
  readonly comparisons: readonly Comparison[]
  readonly untried: readonly Untried[]
  /** Listeners that the kernel opened or refused although the guest lacks or has their address. */
  readonly wrongSockets: readonly string[]
}

/** A guest to check. */
export interface Subject {
  readonly one: Case
  readonly machine: Resource<'virtualMachine'>
}

/** The Linux guests of a document. */
export function subjectsOf(one: Case): readonly Subject[] {
  const machines = resolve(one.document).all('virtualMachine')
  return machines.filter(({ guest }) => guest?.os === 'linux').map((machine) => ({ one, machine }))
}

function flowsOf({ document, flows }: Case): readonly Flow[] {
  return [
    ...new Map([...intendedFlows(document), ...flows].map((flow) => [JSON.stringify(flow), flow])).values(),
  ]
}

/** Traces that never reach a guest belong to no guest; they are listed with the first one of their document. */
export function tracesFor({ one, machine }: Subject): readonly Trace[] {
  const isFirst = subjectsOf(one)[0]?.machine.id === machine.id
  return flowsOf(one)
    .flatMap((flow) => simulate(one.document, flow).traces)
    .filter(({ backend }) => backend === machine.id || (backend === undefined && isFirst))
}

/** A socket can be bound exactly where the guest has the address; on any other answer the rest means nothing. */
function wrongSockets({ sockets, addresses }: GuestSetup, results: Experiment['sockets']): string[] {
  return sockets.flatMap(({ protocol, address, port }, index) => {
    const error = results[index]?.error
    const possible = ['0.0.0.0', '::'].includes(address) || isLocal(addresses, address)
    if (possible ? error === undefined : error === 'EADDRNOTAVAIL') return []
    return [`${protocol} ${address} ${port}: ${error ?? 'opened'}`]
  })
}

/** How many milliseconds silence must last. What disagrees is tried again: a busy machine may be late. */
const patience = [200, 1500, 5000]

interface Attempt {
  readonly comparisons: readonly Comparison[]
  readonly wrongSockets: readonly string[]
}

async function attempt(
  lab: Lab,
  { one, machine }: Subject,
  trials: readonly Trial[],
  milliseconds: number,
): Promise<Attempt> {
  const model = resolve(one.document)
  const setup = guestSetup(model, machine)
  const experiment = await lab.experiment(setup, trials, milliseconds)
  const comparisons = trials.map((trial, index): Comparison => {
    const observation = experiment.observations[index]
    if (!observation) throw new Error('A trial was not observed.')
    const accounts = {
      simulated: simulated(trial, setup),
      observed: observed(trial, observation, experiment),
    }
    return {
      trace: trial.trace,
      ...accounts,
      differences: differences(accounts.simulated, accounts.observed),
    }
  })
  return { comparisons, wrongSockets: wrongSockets(setup, experiment.sockets) }
}

const isWrong = ({ comparisons, wrongSockets }: Attempt) =>
  comparisons.some(disagrees) || wrongSockets.length > 0

/** Tries every trace of one guest on the kernel, with more patience where the two disagree. */
async function checkGuest(lab: Lab, subject: Subject): Promise<GuestReport> {
  const { one, machine } = subject
  const model = resolve(one.document)
  const plans = tracesFor(subject).map((trace) => planTrial(model, machine, trace))
  const trials = plans.filter((plan): plan is Trial => 'kind' in plan)
  const untried = plans.filter((plan): plan is Untried => 'why' in plan)
  const report = { name: one.name, machine: machine.name, untried }
  let last: Attempt = { comparisons: [], wrongSockets: [] }
  for (const milliseconds of trials.length === 0 ? [] : patience) {
    last = await attempt(lab, subject, trials, milliseconds)
    if (!isWrong(last)) break
  }
  return { ...report, ...last }
}

/** Checks guests in several labs at once; most of the time is spent waiting for silence. */
export async function checkGuests(
  labs: readonly Lab[],
  subjects: readonly Subject[],
): Promise<readonly GuestReport[]> {
  const reports: GuestReport[] = []
  let next = 0
  const work = async (lab: Lab) => {
    for (let index = next++; index < subjects.length; index = next++) {
      const subject = subjects[index]
      if (!subject) return
      reports[index] = await checkGuest(lab, subject)
    }
  }
  await Promise.all(labs.map(work))
  return reports
}
