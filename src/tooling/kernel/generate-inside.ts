import type { ResourceFields } from '../../core/topology/document.ts'
import type { AddressPlace, AddressPlan } from './address-plan.ts'
import type { Add } from './generate-guest.ts'
import type { Random } from './random.ts'

type Guest = NonNullable<ResourceFields<'virtualMachine'>['guest']>
type Allowed = NonNullable<NonNullable<Guest['firewall']>['inboundAllow']>[number]

/** What a rule expects to find in the guest. */
export interface Service {
  readonly address: string
  readonly protocol: 'Tcp' | 'Udp'
  readonly port: number
  readonly floating: boolean
}

interface Inside {
  readonly machine: `virtualMachine/${string}`
  readonly nics: number
  readonly services: readonly Service[]
  readonly places: readonly { readonly address: string; readonly place: AddressPlace }[]
}

const nicId = (index: number) => `networkInterface/nic${index}` as const

function addHeldAddresses(
  add: Add,
  { hostLength, subnetLength }: AddressPlan,
  { machine, places }: Inside,
): void {
  const on = (name: 'lo' | 'held') =>
    places.flatMap(({ address, place }) => {
      if (place === name) return [`${address}/${hostLength}`]
      return place === `${name}-short` ? [`${address}/${subnetLength}`] : []
    })
  const [lo, held] = [on('lo'), on('held')]
  const add1 = (slug: string, name: string, addresses: readonly string[]) => {
    if (addresses.length > 0)
      add(`loopbackInterface/${slug}`, { virtualMachine: machine, addresses, name } as never)
  }
  add1('lo', 'lo', lo)
  add1('held', 'dummy0', held)
}

/** One listener per service, often the right one; a port has either one for any address or several for one each. */
function addListeners(add: Add, random: Random, plan: AddressPlan, { machine, services }: Inside): void {
  const taken = new Map<string, string[]>()
  const listen = (protocol: 'Tcp' | 'Udp', address: string, port: number) => {
    const key = `${protocol}-${port}`
    const known = taken.get(key) ?? []
    const isAny = address === '0.0.0.0' || address === '::'
    const anyTaken = known.includes('0.0.0.0') || known.includes('::')
    if (known.includes(address) || anyTaken || (isAny && known.length > 0)) return
    taken.set(key, [...known, address])
    add(`listener/${key.toLowerCase()}-${known.length}`, {
      virtualMachine: machine,
      protocol,
      address,
      port,
      ...(protocol === 'Udp' && isAny && random.chance(0.3) ? { replyFromReceivedAddress: true } : {}),
      ...(random.chance(0.04) ? { enabled: false } : {}),
    })
  }
  const any = plan.family === 'IPv4' ? ['0.0.0.0', '0.0.0.0', '::'] : ['::']
  for (const { address, protocol, port, floating } of services) {
    const own = plan.own[0] ?? address
    const choice = random.below(10)
    if (choice < 5) listen(protocol, random.pick(any), port)
    else if (choice < 7) listen(protocol, floating ? address : own, port)
    else if (choice < 8) for (const one of [address, own]) listen(protocol, one, port)
    else if (choice < 9) listen(protocol, random.pick(plan.own), port)
  }
  if (random.chance(0.9)) listen('Tcp', random.pick([...any, ...any, plan.own[0] ?? '']), 8080)
}

function firewall(random: Random, plan: AddressPlan, { services, nics }: Inside): Guest['firewall'] {
  const ports = [...services, { protocol: 'Tcp' as const, port: 8080, address: '' }]
  const inboundAllow = random.some(ports, 0.8).map(
    ({ protocol, port, address }): Allowed => ({
      protocol: random.pick([protocol, protocol, '*']),
      port: random.chance(0.9) ? port : '*',
      ...(address && random.chance(0.2)
        ? { localAddress: random.pick([address, plan.own[0] ?? address]) }
        : {}),
      ...(random.chance(0.2) ? { networkInterface: nicId(random.below(nics)) } : {}),
      ...(random.chance(0.2)
        ? { remoteAddresses: [random.pick([`${plan.clients[0]?.[1]}/${plan.subnetLength}`, '*'])] }
        : {}),
    }),
  )
  return { enabled: true, inboundAllow }
}

/** Port forwards to the guest's own address, to another one of its addresses, or to a container. */
function portForwards(
  random: Random,
  plan: AddressPlan,
  { services, places }: Inside,
): Guest['portForwards'] {
  const held = places.filter(({ place }) => place !== 'nowhere').map(({ address }) => address)
  return random.some(services, 0.5).map(({ address, protocol, port }, index) => ({
    name: `forward${index}`,
    protocol,
    address,
    port,
    toAddress: random.pick([plan.own[0] ?? address, plan.container, held.at(-1) ?? plan.container]),
    toPort: random.pick([port, 8080]),
  }))
}

function policyRoutes(random: Random, plan: AddressPlan, nics: number): Guest['policyRoutes'] {
  const sources = random.some([...plan.frontends, ...plan.own.slice(0, nics)], 0.5)
  return [...sources, ...(random.chance(0.05) ? ['*'] : [])].map((from) => {
    const own = plan.own.indexOf(from)
    const nic = own >= 0 && random.chance(0.8) ? own : random.below(nics)
    return { from, networkInterface: nicId(nic) }
  })
}

/** Calls to frontends, which a guest may hold itself, and calls to a server outside. */
function connections(random: Random, plan: AddressPlan, services: readonly Service[]): Guest['connections'] {
  const outside = plan.family === 'IPv4' ? '198.51.100.7' : '2001:db8:7::7'
  const calls = services.map(({ address, protocol, port }, index) => ({
    name: `call${index}`,
    to: address,
    port,
    protocol,
  }))
  const binds = [undefined, plan.own[0], plan.frontends[0]]
  return [
    ...calls,
    ...random.some(binds, 0.6).map((bind, index) => ({
      name: `out${index}`,
      to: outside,
      port: 443,
      protocol: 'Tcp' as const,
      ...(bind ? { bind } : {}),
    })),
  ]
}

/** Adds a Linux guest with everything that only it knows. */
export function generateInside(add: Add, random: Random, plan: AddressPlan, inside: Inside): void {
  const { machine, nics, services } = inside
  addHeldAddresses(add, plan, inside)
  const rpFilter = random.pick([undefined, undefined, 0, 1, 2] as const)
  add(machine, {
    guest: {
      os: 'linux',
      ...(rpFilter === undefined ? {} : { rpFilter }),
      ...(random.chance(0.3) ? { ipForwarding: true } : {}),
      ...(random.chance(0.35) ? { firewall: firewall(random, plan, inside) } : {}),
      ...(random.chance(0.2) ? { portForwards: portForwards(random, plan, inside) } : {}),
      ...(nics > 1 && random.chance(0.6) ? { policyRoutes: policyRoutes(random, plan, nics) } : {}),
      ...(nics > 1 && random.chance(0.4) ? { defaultNetworkInterface: nicId(random.below(nics)) } : {}),
      ...(random.chance(0.4) ? { connections: connections(random, plan, services) } : {}),
    },
  })
  addListeners(add, random, plan, inside)
}
