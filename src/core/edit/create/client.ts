import { formatAddress, parseAddress, parsePrefix } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { freeAddress, freePublicAddress, freeSubnetPrefix, takenAddresses } from '../free-address.ts'
import { freeName } from '../names.ts'
import { ownerOfType } from '../owners.ts'
import type { Creator } from './creator.ts'

const usualAddress = '10.0.1.20'

/** A free address of the virtual network that no subnet has, so that the client is no neighbour of the machines. */
function privateAddress(model: TopologyModel): string {
  const network = model
    .all('virtualNetwork')
    .find(({ addressPrefixes }) => (addressPrefixes ?? []).length > 0)
  const block = parsePrefix(network && freeSubnetPrefix(model, network.id))
  const start = block ? block.first + 20n : (parseAddress(usualAddress)?.value ?? 0n)
  const taken = takenAddresses(model)
  let value = start
  while (taken.has(formatAddress({ family: 'IPv4', value }))) value++
  return formatAddress({ family: 'IPv4', value })
}

/** A client: in the subnet it is dropped on, else where the frontends of the diagram lack one. */
export const createClient: Creator = (draft, drop) => {
  const model = draft.model()
  const name = freeName(draft.document(), 'client', 'client-1')
  const label = `Add client ${name}`
  const subnet = ownerOfType(model, drop.owner, 'subnet')
  const inSubnet = subnet && freeAddress(model, subnet.id, 'machine')
  if (subnet && inSubnet !== undefined) {
    const created = draft.add('client', {
      name,
      ipAddress: inSubnet,
      location: 'virtualNetwork',
      subnet: subnet.id,
    })
    return { created, label }
  }
  const kinds = new Set(model.all('frontendIPConfiguration').map((frontend) => model.frontendKind(frontend)))
  const hasOutside = model.all('client').some(({ location }) => location === 'internet')
  const isOutside = kinds.has('public') && (!kinds.has('internal') || !hasOutside)
  const created = draft.add(
    'client',
    isOutside
      ? { name, ipAddress: freePublicAddress(model, 'client'), location: 'internet' }
      : { name, ipAddress: privateAddress(model), location: 'virtualNetwork' },
  )
  return { created, label }
}
