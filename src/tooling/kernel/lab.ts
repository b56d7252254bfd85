import { familyOf } from '../../core/topology/address.ts'
import type { GuestSetup } from './guest-setup.ts'
import { type Namespace, type Request, type Response, startNamespace } from './namespace.ts'
import type { Trial } from './trial.ts'
import { readSightings, type Sightings, watchRules } from './watch.ts'

/** What the kernel did with one trial. */
export interface Observation {
  /** The client's port, by which sightings are told apart. */
  readonly port: number
  readonly response: Response
}

/** What the kernel did with all trials of one guest. */
export interface Experiment {
  readonly observations: readonly Observation[]
  /** Packets that came out of the guest, as the load balancer's namespace saw them. */
  readonly outside: Sightings
  /** Packets in the guest: on arrival, accepted as its own, and passed by its firewall. */
  readonly inside: Sightings
  /** For each socket of the guest why the kernel refused to open it, if it did. */
  readonly sockets: readonly { readonly error?: string }[]
}

/** What else is done in the guest: before its sockets open, and after the last packet. */
export interface Around {
  before(guest: Namespace): Promise<void>
  after(guest: Namespace): Promise<void>
}

/** Namespaces for a client, a load balancer that plays the Azure host, and containers; each guest gets a new one. */
export interface Lab {
  experiment(
    setup: GuestSetup,
    trials: readonly Trial[],
    patience: number,
    around?: Around,
  ): Promise<Experiment>
  end(): void
}

const clientAddress = { IPv4: '192.0.0.8', IPv6: 'fd00:c11e:47::8' }
const firstPort = 20_000
const lastPort = 59_999

/** A pair of interfaces without ARP: Azure's host answers for everybody, so neighbours decide nothing. */
function pair(name: string, peer: string, namespace: Namespace): string[] {
  const mac = '02:00:00:00:00:01'
  return [`link add ${name} address ${mac} type veth peer name ${peer} address ${mac} netns ${namespace.pid}`]
}

const bringUp = (name: string) => [
  `link set ${name} arp off`,
  `link set ${name} addrgenmode none`,
  `link set ${name} up`,
]

const quiet = {
  'ipv4/conf/all/rp_filter': 0,
  'ipv4/conf/default/rp_filter': 0,
  'ipv6/conf/all/accept_ra': 0,
  'ipv6/conf/default/accept_ra': 0,
  'ipv6/conf/default/accept_dad': 0,
}
const forwarding = { 'ipv4/ip_forward': 1, 'ipv6/conf/all/forwarding': 1 }
const unlimited = { 'ipv4/icmp_ratelimit': 0, 'ipv6/icmp/ratelimit': 0 }

/** Rules of the load balancer: what it makes of each client's packet, and which NIC it gives it to. */
function balancerRules(trials: readonly { readonly trial: Trial; readonly port: number }[]): string {
  const deliver: string[] = []
  const steer: string[] = []
  const impersonate: string[] = []
  for (const { trial, port } of trials) {
    if (trial.kind !== 'through') continue
    const { protocol, client, called, delivered, nic } = trial
    const match = `${protocol.toLowerCase()} sport ${port}`
    const ip = familyOf(client) === 'IPv6' ? 'ip6' : 'ip'
    const at = (address: string) => (ip === 'ip6' ? `[${address}]` : address)
    steer.push(`iifname "client" ${match} meta mark set ${nic + 1}`)
    if (called.address !== delivered.address || called.port !== delivered.port) {
      deliver.push(`iifname "client" ${match} dnat ${ip} to ${at(delivered.address)}:${delivered.port}`)
    }
    impersonate.push(`meta mark ${nic + 1} ${match} snat ${ip} to ${at(client)}:${port}`)
  }
  return [
    'table inet balancer',
    'delete table inet balancer',
    'table inet balancer {',
    'chain steer { type filter hook prerouting priority -150',
    ...steer,
    '}',
    'chain deliver { type nat hook prerouting priority -100',
    ...deliver,
    '}',
    'chain impersonate { type nat hook postrouting priority 100',
    ...impersonate,
    '}',
    // What a guest sends on its own is noted and goes no further: it may be one of its clients' own packets.
    'chain stray { type filter hook prerouting priority -50',
    'iifname != "client" ct state != { established, related } drop',
    '}',
    '}',
    '',
  ].join('\n')
}

async function prepareGuest(
  guest: Namespace,
  setup: GuestSetup,
  heldType: string,
  around: Around | undefined,
): Promise<Experiment['sockets']> {
  const heldDevices = Array.from({ length: setup.held }, (_, index) => `held${index}`)
  await guest.sysctl({ ...quiet, ...unlimited })
  await guest.ip('-4', [
    'link set lo up',
    ...heldDevices.flatMap((name) => [
      heldType === 'dummy' ? `link add ${name} type dummy` : `link add ${name} type veth peer name x-${name}`,
      `link set ${name} up`,
      ...(heldType === 'dummy' ? [] : [`link set x-${name} up`]),
    ]),
    ...setup.nics.flatMap((_, index) => bringUp(`nic${index}`)),
    ...(setup.containers.length > 0 ? bringUp('container') : []),
  ])
  await guest.sysctl(setup.sysctls)
  await guest.ip('-4', setup.ipv4)
  await guest.ip('-6', setup.ipv6)
  await guest.nft(
    setup.nft +
      watchRules([
        { name: 'seen', hook: 'prerouting', priority: -310 },
        { name: 'own', hook: 'input', priority: -10 },
        { name: 'passed', hook: 'input', priority: 10 },
      ]),
  )
  await around?.before(guest)
  return guest.listen(setup.sockets)
}

/** Starts the namespaces that all guests share. */
export async function startLab(folder: string): Promise<Lab> {
  const [balancer, client, containers] = await Promise.all([
    startNamespace(folder),
    startNamespace(folder),
    startNamespace(folder),
  ])
  await Promise.all([
    balancer.sysctl({ ...quiet, ...forwarding }),
    client.sysctl(quiet),
    containers.sysctl({ ...quiet, ...unlimited }),
  ])
  await balancer.ip('-4', ['link set lo up', ...pair('client', 'balancer', client), ...bringUp('client')])
  const marks = [1, 2, 3, 4, 5, 6, 7, 8]
  const markRules = marks.map((mark) => `rule add fwmark ${mark} lookup ${100 + mark} pref ${100 + mark}`)
  await client.ip('-4', ['link set lo up', ...bringUp('balancer')])
  await client.ip('-4', [`addr add ${clientAddress.IPv4}/32 dev lo`, 'route add default dev balancer'])
  await client.ip('-6', [`addr add ${clientAddress.IPv6}/128 dev lo nodad`, 'route add default dev balancer'])
  await balancer.ip('-4', ['route add default dev client', ...markRules])
  await balancer.ip('-6', ['route add default dev client', ...markRules])
  await containers.ip('-4', ['link set lo up'])
  const heldType = await balancer
    .ip('-4', ['link add probe type dummy', 'link del probe'])
    .then(() => 'dummy')
    .catch(() => 'veth')

  let guests = 0
  let ports = firstPort
  const nextPort = () => {
    ports = ports >= lastPort ? firstPort : ports + 1
    return ports
  }
  const own: Namespace[] = [balancer, client, containers]

  const connect = async (guest: Namespace, setup: GuestSetup, number: number) => {
    const outer = setup.nics.map((_, index) => `g${number}n${index}`)
    await balancer.ip('-4', [
      ...outer.flatMap((name, index) => pair(name, `nic${index}`, guest)),
      ...outer.flatMap(bringUp),
    ])
    const routes = outer.map((name, index) => `route replace default dev ${name} table ${101 + index}`)
    await balancer.ip('-4', routes)
    await balancer.ip('-6', routes)
    if (setup.containers.length === 0) return
    await containers.ip('-4', [...pair(`g${number}`, 'container', guest), ...bringUp(`g${number}`)])
    for (const [flag, family] of [
      ['-4', 'IPv4'],
      ['-6', 'IPv6'],
    ] as const) {
      const addresses = setup.containers
        .map(({ address }) => address)
        .filter((one) => familyOf(one) === family)
      await containers.ip(flag, [
        'addr flush dev lo scope global',
        ...[...new Set(addresses)].map((address) => `addr add ${address} dev lo`),
        `route replace default dev g${number}`,
      ])
    }
    await containers.listen(setup.containers)
  }

  return {
    experiment: async (setup, trials, patience, around) => {
      const number = ++guests
      const numbered = trials.map((trial) => ({ trial, port: nextPort() }))
      const guest = await startNamespace(folder)
      own.push(guest)
      try {
        await connect(guest, setup, number)
        const [sockets] = await Promise.all([
          prepareGuest(guest, setup, heldType, around),
          balancer.nft(
            watchRules([{ name: 'wire', hook: 'prerouting', priority: -310 }]) + balancerRules(numbered),
          ),
        ])
        const requests = numbered.map(({ trial, port }) => request(trial, port, patience))
        const of = (kind: Trial['kind']) => requests.filter((_, index) => trials[index]?.kind === kind)
        const [through, within] = await Promise.all([client.call(of('through')), guest.call(of('within'))])
        const [outside, inside] = await Promise.all([balancer.listTable('watch'), guest.listTable('watch')])
        await around?.after(guest)
        const left = { through: [...through], within: [...within] }
        const observations = numbered.map(({ trial, port }) => {
          const response = left[trial.kind].shift()
          if (!response) throw new Error('An agent lost an answer.')
          return { port, response }
        })
        const renamed = renameDevices(readSightings(outside), `g${number}n`)
        return { observations, outside: renamed, inside: readSightings(inside), sockets }
      } finally {
        own.splice(own.indexOf(guest), 1)
        guest.end()
      }
    },
    end: () => {
      for (const namespace of own) namespace.end()
    },
  }
}

function request(trial: Trial, localPort: number, patience: number): Request {
  const { protocol } = trial
  if (trial.kind === 'within') {
    const { to, bind } = trial
    const local = bind === undefined ? {} : { localAddress: bind }
    return { protocol, localPort, to: to.address, port: to.port ?? 0, patience, ...local }
  }
  const { called } = trial
  const localAddress = clientAddress[familyOf(called.address) ?? 'IPv4']
  return { protocol, localPort, localAddress, to: called.address, port: called.port ?? 0, patience }
}

/** Both ends of a pair get the guest's name for it. */
function renameDevices(sightings: Sightings, prefix: string): Sightings {
  return Object.fromEntries(
    Object.entries(sightings).map(([set, seen]) => [
      set,
      seen.map((one) => ({ ...one, device: one.device.replace(prefix, 'nic') })),
    ]),
  )
}
