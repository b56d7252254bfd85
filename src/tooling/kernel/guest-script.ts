import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { guestPlans } from '../../core/export/guest/guest-plans.ts'
import { guestLinux } from '../../core/export/guest-linux/index.ts'
import { isWildcard } from '../../core/simulator/guest.ts'
import type { Flow, Trace } from '../../core/simulator/trace.ts'
import { familyOf } from '../../core/topology/address.ts'
import { patch, type TopologyDocument } from '../../core/topology/document.ts'
import { isLo } from '../../core/topology/lo.ts'
import { isClusterAddress, type Resource, resolve } from '../../core/topology/model.ts'
import { type GuestSetup, guestSetup } from './guest-setup.ts'
import { observed, simulated } from './judge.ts'
import type { Lab } from './lab.ts'
import type { Namespace } from './namespace.ts'
import type { Subject } from './run.ts'
import { tracesFor } from './run.ts'
import { planTrial } from './trial.ts'

/** What became of a bare guest that ran its exported script. */
export interface ScriptReport {
  readonly name: string
  readonly machine: string
  /** Flows that the simulator says are answered, and of those the ones that the kernel answered. */
  readonly expected: number
  readonly answered: number
  /** Why further flows that are answered in the diagram were not tried, once for each. */
  readonly leftOut: readonly string[]
  readonly problems: readonly string[]
}

/** Why a bare guest with its script says nothing about a flow. */
const reasons = {
  cluster: 'a cluster moves its addresses itself: no script puts them anywhere',
  drawnPrefix:
    'UDP answers depend on the prefix drawn with an address; the script adds the address alone and cannot bind a service',
  within: 'the call starts in the guest: its answer is not followed',
}

/** The document with the names that the lab gives to the machine's interfaces. */
function withLabNames(document: TopologyDocument, machine: string): TopologyDocument {
  const model = resolve(document)
  let renamed = document
  model.interfacesOf(machine).forEach(({ id, guest }, index) => {
    renamed = patch(renamed, id, { guest: { addresses: [], ...guest, name: `nic${index}` } })
  })
  const beside = model.loopbacksOf(machine).filter((one) => !isLo(one))
  beside.forEach(({ id }, index) => {
    renamed = patch(renamed, id, { name: `held${index}` })
  })
  return renamed
}

/** The guest as Azure starts it: addresses of its NICs and a default route, nothing that the diagram adds. */
function bareSetup(document: TopologyDocument, { id, guest }: Resource<'virtualMachine'>): GuestSetup {
  const model = resolve(document)
  const full = guestSetup(model, model.find('virtualMachine', id) ?? { id, name: id })
  const chosen = guest?.defaultNetworkInterface
  let bare = patch(document, id, {
    guest: { os: 'linux', ...(chosen === undefined ? {} : { defaultNetworkInterface: chosen }) },
  })
  for (const nic of model.interfacesOf(id)) {
    bare = patch(bare, nic.id, { guest: { name: nic.guest?.name ?? nic.name, addresses: [] } })
  }
  for (const loopback of model.loopbacksOf(id)) bare = patch(bare, loopback.id, { addresses: [] })
  const bareModel = resolve(bare)
  const setup = guestSetup(bareModel, bareModel.find('virtualMachine', id) ?? { id, name: id })
  // Containers and the way to them are no part of the script.
  const toContainers = (family: 'IPv4' | 'IPv6') =>
    full.containers
      .filter(({ address }) => familyOf(address) === family)
      .map(({ address }) => `route replace ${address} dev container`)
  return {
    ...setup,
    sockets: full.sockets,
    containers: full.containers,
    ipv4: [...setup.ipv4, ...toContainers('IPv4')],
    ipv6: [...setup.ipv6, ...toContainers('IPv6')],
  }
}

/** Everything that the script may change, as text, once the kernel has its routes to new IPv6 addresses. */
const snapshotCommand = `
for turn in $(seq 30); do
  addresses=$(ip -6 -o addr show | wc -l)
  routes=$(ip -6 route show table local type local | wc -l)
  [ -z "$(ip -6 addr show tentative)" ] && [ "$addresses" -eq "$routes" ] && break
  sleep 0.1
done
ip -j addr | sed 's/"tentative":true,//g'
ip -j -4 rule
ip -j -6 rule
ip -4 route show table all | sort
ip -6 route show table all | sort
cd /proc/sys/net
grep -s . ipv4/ip_forward ipv4/conf/*/rp_filter ipv4/conf/*/route_localnet ipv4/conf/*/forwarding
grep -s . ipv6/conf/*/forwarding ipv6/conf/*/accept_ra
nft list tables | sort
nft list table inet floatpath 2>/dev/null
nft list table inet floatpath_firewall 2>/dev/null
true`

const snapshot = (guest: Namespace) => guest.run('sh', ['-c', snapshotCommand])

function firstDifference(one: string, other: string): string {
  const lines = other.split('\n')
  const index = one.split('\n').findIndex((line, place) => line !== lines[place])
  return `${one.split('\n')[index]?.slice(0, 400)} / ${lines[index]?.slice(0, 400)}`
}

/** Runs the exported files of one machine in a namespace that only Azure has configured. */
export async function checkScript(lab: Lab, subject: Subject): Promise<ScriptReport | undefined> {
  const { one, machine } = subject
  const document = withLabNames(one.document, machine.id)
  const plan = guestPlans(document, 'linux').find(({ machine: { id } }) => id === machine.id)
  const files = guestLinux.export(document).files
  const script = files.find(({ name }) => name === `${plan?.fileName}.sh`)
  const firewall = files.find(({ name }) => name === `${plan?.fileName}.nft`)
  if (!plan || !(script || firewall)) return undefined

  const model = resolve(document)
  const renamed = { one: { ...one, document }, machine: model.find('virtualMachine', machine.id) ?? machine }
  const setup = bareSetup(document, renamed.machine)
  const full = guestSetup(model, renamed.machine)
  const isCluster = (flow: Flow) => {
    if (flow.kind === 'probe') return false
    const named = model.find('frontendIPConfiguration', flow.to)
    return [...(named ? [named] : []), ...model.frontendsWithAddress(flow.to)].some(isClusterAddress)
  }
  // Drawn with its prefix an address is a source that Linux prefers.
  const needsPrefix = ({ hops, guestSees, backendIPConfiguration: member }: Trace) => {
    const listener = model.find('listener', hops.findLast(({ at }) => at === 'socket')?.resource)
    const isOpen = listener?.protocol === 'Udp' && isWildcard(listener) && !listener.replyFromReceivedAddress
    return isOpen && guestSees?.address !== model.memberOf(member ?? '')?.address
  }
  const plans = tracesFor(renamed)
    .filter(({ verdict }) => verdict === 'delivered' || verdict === 'up')
    .map((trace) => {
      if (isCluster(trace.flow)) return { why: reasons.cluster }
      if (needsPrefix(trace)) return { why: reasons.drawnPrefix }
      const trial = planTrial(model, renamed.machine, trace)
      return 'kind' in trial && trial.kind === 'within' ? { why: reasons.within } : trial
    })
  const trials = plans.filter((one) => 'kind' in one)
  const leftOut = plans.flatMap((one) => ('why' in one ? one.why : []))

  const problems: string[] = []
  const folder = await mkdtemp(path.join(tmpdir(), 'floatpath-script-'))
  const run = async (guest: Namespace, command: 'apply' | 'undo') => {
    const state = `FLOATPATH_STATE=${path.join(folder, 'state')}`
    if (script) await guest.run('env', [state, 'sh', path.join(folder, 'script.sh'), command])
    if (!firewall) return
    if (command === 'apply') await guest.run('nft', ['-f', path.join(folder, 'firewall.nft')])
    else await guest.run('nft', ['delete', 'table', 'inet', 'floatpath_firewall'])
  }
  let before = ''
  try {
    if (script) await writeFile(path.join(folder, 'script.sh'), script.text)
    if (firewall) await writeFile(path.join(folder, 'firewall.nft'), firewall.text)
    const experiment = await lab.experiment(setup, trials, 2000, {
      before: async (guest) => {
        before = await snapshot(guest)
        await run(guest, 'apply')
        const once = await snapshot(guest)
        if (once === before && plan.addresses.length > 0) problems.push('the script changed nothing')
        await run(guest, 'apply')
        const twice = await snapshot(guest)
        if (twice !== once) problems.push(`running it twice changes: ${firstDifference(once, twice)}`)
      },
      after: async (guest) => {
        await run(guest, 'undo')
        const undone = await snapshot(guest)
        if (undone !== before) problems.push(`undo leaves: ${firstDifference(before, undone)}`)
      },
    })
    let answered = 0
    trials.forEach((trial, index) => {
      const observation = experiment.observations[index]
      if (!observation) return
      const accounts = {
        simulated: simulated(trial, full),
        observed: observed(trial, observation, experiment),
      }
      if (accounts.observed.verdict === accounts.simulated.verdict) answered++
      else problems.push(`${JSON.stringify(trial.trace.flow)}: ${JSON.stringify(accounts.observed)}`)
    })
    return { name: one.name, machine: machine.name, expected: trials.length, answered, leftOut, problems }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Checks the scripts of many guests in several labs at once. */
export async function checkScripts(
  labs: readonly Lab[],
  subjects: readonly Subject[],
): Promise<ScriptReport[]> {
  const reports: ScriptReport[] = []
  let next = 0
  const work = async (lab: Lab) => {
    for (let index = next++; index < subjects.length; index = next++) {
      const subject = subjects[index]
      const report = subject && (await checkScript(lab, subject))
      if (report) reports.push(report)
    }
  }
  await Promise.all(labs.map(work))
  return reports
}

/** What the scripts did, with every problem before it, and what was left out of it. `guests` could have run one. */
export function scriptLines(
  reports: readonly ScriptReport[],
  guests: { readonly tried: number; readonly all: number },
): readonly string[] {
  const sum = (of: (report: ScriptReport) => number) => reports.reduce((total, one) => total + of(one), 0)
  const leftOut = new Map<string, number>()
  const leave = (why: string, many = 1) => many > 0 && leftOut.set(why, (leftOut.get(why) ?? 0) + many)
  for (const report of reports) for (const why of report.leftOut) leave(`flows: ${why}`)
  leave('guests: the diagram adds nothing to them, so there is no script', guests.tried - reports.length)
  leave('guests: generated ones beyond those whose scripts are run', guests.all - guests.tried)
  return [
    '',
    ...reports.flatMap(({ name, machine, problems }) =>
      problems.map((text) => `${name}, ${machine}: script: ${text}`),
    ),
    `Exported scripts: ${reports.length} bare guests ran theirs; of ${sum((one) => one.expected)} flows that should be answered then, ${sum((one) => one.answered)} were`,
    'Each ran twice, which changed nothing, and was undone, which left nothing, unless a line above says otherwise.',
    ...(leftOut.size > 0 ? ['', 'Left out of the scripts’ trial, because'] : []),
    ...[...leftOut].map(([why, many]) => `${String(many).padStart(8)}  ${why}`),
  ]
}
