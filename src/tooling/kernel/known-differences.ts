import {
  addressOfCidr,
  familyOf,
  parsePrefix,
  prefixContains,
  sameAddress,
} from '../../core/topology/address.ts'
import type { Resource, TopologyModel } from '../../core/topology/model.ts'
import type { GuestSetup } from './guest-setup.ts'
import type { Account } from './judge.ts'
import type { Trial } from './trial.ts'

/** A trial whose two accounts differ. */
export interface Difference {
  readonly model: TopologyModel
  readonly machine: Resource<'virtualMachine'>
  readonly setup: GuestSetup
  readonly trial: Trial
  readonly simulated: Account
  readonly observed: Account
  readonly names: readonly (keyof Account)[]
}

/** A corner where Linux does more than the model says, and what it does there. */
interface KnownDifference {
  readonly what: string
  applies(difference: Difference): boolean
}

const clientOf = ({ trial }: Difference) => (trial.kind === 'through' ? trial.client : undefined)

const isIPv6 = (difference: Difference) => {
  const { trial } = difference
  return familyOf(trial.kind === 'through' ? trial.delivered.address : trial.to.address) === 'IPv6'
}

const only = ({ names }: Difference, ...allowed: readonly (keyof Account)[]) =>
  names.every((name) => allowed.includes(name))

/** Devices on which an IPv4 prefix, not only an address, covers the client. */
function coveringDevices(difference: Difference): readonly string[] {
  const client = clientOf(difference)
  if (client === undefined) return []
  return difference.setup.addresses.flatMap(([device, cidrs]) =>
    cidrs.some((cidr) => parsePrefix(cidr)?.length !== 32 && prefixContains(cidr, client)) ? [device] : [],
  )
}

/** Prefixes that somebody gave an address added in the guest, as opposed to that of a NIC's subnet. */
function addedPrefixCovers(difference: Difference): boolean {
  const { model, machine } = difference
  const client = clientOf(difference)
  const subnets = model
    .interfacesOf(machine.id)
    .flatMap(({ id }) => model.ipConfigurationsOf(id))
    .flatMap(({ subnet }) => model.prefixesOf(model.find('subnet', subnet)))
  const inSubnet = client !== undefined && subnets.some((prefix) => prefixContains(prefix, client))
  return !inSubnet && coveringDevices(difference).some((device) => device !== 'lo')
}

function wildcardUdp({ model, machine, trial, simulated }: Difference): boolean {
  const port = Number(simulated.socket?.split(' ')[1])
  return (
    trial.protocol === 'Udp' &&
    model
      .listenersOf(machine.id)
      .some(
        (one) => one.protocol === 'Udp' && one.port === port && ['0.0.0.0', '::'].includes(one.address ?? ''),
      )
  )
}

const passesForward = ({ trial, machine }: Difference) =>
  trial.kind === 'through' &&
  (machine.guest?.portForwards ?? []).some(
    ({ protocol, address, port }) =>
      protocol === trial.protocol &&
      port === trial.delivered.port &&
      sameAddress(address, trial.delivered.address),
  )

/** Where several NICs and their policy routes decide. */
const choosesNic = ({ setup, machine }: Difference) =>
  setup.nics.length > 1 && (machine.guest?.policyRoutes ?? []).length > 0

/** Every difference that may be there; any other one is a fault of the simulator or of this check. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    what: 'client in a prefix on lo, with rp_filter or policy routes: dropped on arrival, before its answer is',
    applies: (one) =>
      only(one, 'place', 'socket') &&
      one.observed.place === 'guest-ip' &&
      coveringDevices(one).includes('lo'),
  },
  {
    what: 'client in a prefix that an added address brought along: answered through that interface, if at all',
    applies: addedPrefixCovers,
  },
  {
    what: 'call to an own address that another one’s prefix covers: the other one is the call’s source',
    applies: (one) => {
      const { trial, observed, setup } = one
      if (trial.kind !== 'within' || trial.trace.flow.kind !== 'hairpin' || isIPv6(one)) return false
      const { address } = trial.to
      const covers = (cidr: string) => addressOfCidr(cidr) !== address && prefixContains(cidr, address)
      const others = setup.addresses.flatMap(([, cidrs]) => cidrs.filter(covers)).map(addressOfCidr)
      const unheard = trial.protocol === 'Udp' && observed.verdict === 'silent'
      return others.includes(observed.source ?? '') || (others.length > 0 && unheard)
    },
  },
  {
    what: 'IPv6 has no reverse path filter',
    applies: (one) => isIPv6(one) && one.trial.trace.reason === 'guest-rp-filter',
  },
  {
    what: 'IPv6 takes packets from its own address; the answer stays in the guest',
    applies: (one) =>
      isIPv6(one) && one.trial.trace.reason === 'hairpin-mismatch' && only(one, 'place', 'socket'),
  },
  {
    what: 'IPv6 probe, from a link-local address: answered by the NIC where it arrives',
    applies: (one) =>
      isIPv6(one) &&
      one.trial.trace.flow.kind === 'probe' &&
      one.trial.trace.reason === 'reply-wrong-nic' &&
      only(one, 'verdict', 'nic'),
  },
  {
    what: 'IPv6 without a bound source: the best address of the NIC is taken, not its first, and policy routes do not see it',
    applies: (one) =>
      isIPv6(one) &&
      only(one, 'verdict', 'source', ...(choosesNic(one) ? (['nic'] as const) : [])) &&
      (one.trial.kind === 'within' || wildcardUdp(one)) &&
      one.setup.addresses.some(
        ([device, cidrs]) =>
          device.startsWith('nic') &&
          cidrs.some((cidr) => addressOfCidr(cidr) === one.observed.source?.split(' ')[0]),
      ),
  },
  {
    what: 'outbound from an address that the guest does not hold: the socket cannot be bound',
    applies: ({ trial, observed }) =>
      trial.kind === 'within' && trial.bind !== undefined && observed.verdict === 'EADDRNOTAVAIL',
  },
  {
    what: 'port forward: rp_filter and policy routes look at the address it leads to',
    applies: (one) => passesForward(one) && choosesNic(one),
  },
  {
    what: 'port forward to a UDP service on any address: the answer’s source is not put back',
    applies: (one) => passesForward(one) && wildcardUdp(one) && only(one, 'verdict', 'source', 'nic'),
  },
  {
    what: 'UDP answer from any address: leaves by the NIC that gave the source, policy routes aside',
    applies: (one) => wildcardUdp(one) && choosesNic(one) && only(one, 'verdict', 'nic'),
  },
]

/** The known difference that a difference is, if any. */
export function explain(difference: Difference): string | undefined {
  // What reaches the guest is the host's doing: there is no corner in which that may differ.
  if (difference.names.includes('seen')) return undefined
  return knownDifferences.find((known) => known.applies(difference))?.what
}
