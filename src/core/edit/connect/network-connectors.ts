import { parsePrefix, prefixContains } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fullSubnet } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeAddress } from '../free-address.ts'
import { moveInto, moveProblem } from '../move.ts'
import { type Connector, connector } from './connector.ts'

type Guarded = Resource<'subnet'> | Resource<'networkInterface'>
type SecurityGroup = Resource<'networkSecurityGroup'>

const refuseGroup = (_: TopologyModel, group: SecurityGroup, owner: Guarded) =>
  owner.networkSecurityGroup === group.id ? `${group.name} is on ${owner.name} already.` : undefined

function joinGroup(draft: Draft, group: SecurityGroup, owner: Guarded): string {
  draft.set(owner.id, 'networkSecurityGroup', group.id)
  return `Put ${group.name} on ${owner.name}`
}

const firstInterface = (model: TopologyModel, machine: string) => model.interfacesOf(machine)[0]

/** Whether a subnet's prefixes lie in a virtual network. */
function fits(
  model: TopologyModel,
  subnet: Resource<'subnet'>,
  network: Resource<'virtualNetwork'>,
): boolean {
  const spaces = (network.addressPrefixes ?? []).flatMap((text) => parsePrefix(text) ?? [])
  return model.prefixesOf(subnet).every((text) => {
    const inner = parsePrefix(text)
    if (!inner) return true
    const [first, last] = [inner.first, inner.last].map((value) => ({ family: inner.family, value }))
    return spaces.some((space) => prefixContains(space, first) && prefixContains(space, last))
  })
}

/** Lines between networks, what is in them and what guards them. */
export const networkConnectors: readonly Connector[] = [
  connector(
    'virtualMachine',
    'subnet',
    (model, { id }, subnet) => moveProblem(model, id, subnet.id),
    (draft, { id }, subnet) => moveInto(draft, id, subnet.id),
  ),
  connector(
    'frontendIPConfiguration',
    'subnet',
    (model, frontend, subnet) => {
      if (model.frontendKind(frontend) === 'public') {
        return `${frontend.name} is public: its address is a public IP address, not one of a subnet. Add an internal frontend instead.`
      }
      if (frontend.subnet === subnet.id) return `${frontend.name} has an address of ${subnet.name} already.`
      return freeAddress(model, subnet.id, 'frontend') === undefined
        ? fullSubnet({ model: () => model }, subnet.id).refusal
        : undefined
    },
    (draft, frontend, subnet) => {
      const address = freeAddress(
        draft.model(),
        subnet.id,
        'frontend',
        draft.model().frontendFamily(frontend),
      )
      draft.set(frontend.id, 'subnet', subnet.id)
      draft.set(frontend.id, 'privateIPAddress', address)
      return `Move ${frontend.name} to ${subnet.name} and give it ${address ?? 'no address'}`
    },
  ),
  connector(
    'client',
    'subnet',
    (model, client, subnet) => {
      if (client.subnet === subnet.id) return `${client.name} is in ${subnet.name} already.`
      return freeAddress(model, subnet.id, 'machine') === undefined
        ? fullSubnet({ model: () => model }, subnet.id).refusal
        : undefined
    },
    (draft, client, subnet) => {
      const address = freeAddress(draft.model(), subnet.id, 'machine')
      draft.set(client.id, 'subnet', subnet.id)
      draft.set(client.id, 'location', 'virtualNetwork')
      draft.set(client.id, 'ipAddress', address)
      return `Move ${client.name} to ${subnet.name} and give it ${address}`
    },
  ),
  connector('networkSecurityGroup', 'subnet', refuseGroup, joinGroup),
  connector('networkSecurityGroup', 'networkInterface', refuseGroup, joinGroup),
  connector(
    'networkSecurityGroup',
    'virtualMachine',
    (model, group, machine) => {
      const owner = firstInterface(model, machine.id)
      return owner
        ? refuseGroup(model, group, owner)
        : `${machine.name} has no network interface yet. Add one first.`
    },
    (draft, group, machine) => {
      const owner = firstInterface(draft.model(), machine.id)
      return owner ? joinGroup(draft, group, owner) : `Put ${group.name} on ${machine.name}`
    },
  ),
  connector(
    'routeTable',
    'subnet',
    (_, table, subnet) =>
      subnet.routeTable === table.id ? `${subnet.name} uses ${table.name} already.` : undefined,
    (draft, table, subnet) => {
      draft.set(subnet.id, 'routeTable', table.id)
      return `Use ${table.name} for ${subnet.name}`
    },
  ),
  connector(
    'natGateway',
    'subnet',
    (_, gateway, subnet) =>
      subnet.natGateway === gateway.id ? `${subnet.name} uses ${gateway.name} already.` : undefined,
    (draft, gateway, subnet) => {
      draft.set(subnet.id, 'natGateway', gateway.id)
      return `Use ${gateway.name} for ${subnet.name}`
    },
  ),
  connector(
    'subnet',
    'virtualNetwork',
    (model, subnet, network) => {
      if (subnet.virtualNetwork === network.id) return `${subnet.name} is in ${network.name} already.`
      if (fits(model, subnet, network)) return undefined
      return `${subnet.name} (${model.prefixesOf(subnet).join(', ')}) is outside ${network.name} (${(network.addressPrefixes ?? []).join(', ')}). Change its prefix, or add a new subnet to ${network.name}.`
    },
    (draft, subnet, network) => {
      draft.set(subnet.id, 'virtualNetwork', network.id)
      return `Move ${subnet.name} to ${network.name}`
    },
  ),
  connector(
    'virtualNetwork',
    'virtualNetwork',
    (model, one, other) =>
      model.reachableNetworks(one.id).some(({ id }) => id === other.id)
        ? `${one.name} and ${other.name} are peered already.`
        : undefined,
    (draft, one, other) => {
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const peerings = from.peerings ?? []
        if (!peerings.includes(to.id)) draft.set(from.id, 'peerings', [...peerings, to.id])
      }
      return `Peer ${one.name} with ${other.name}`
    },
  ),
]
