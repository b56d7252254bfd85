import { addPublicIPAddress, fullSubnet, subnetFor } from '../bring-along.ts'
import { freeName } from '../names.ts'
import type { Creator } from './creator.ts'

/** A NAT gateway on a subnet, with the public IP address it needs. */
export const createNatGateway: Creator = (draft, drop) => {
  const home = subnetFor(draft, drop)
  const subnet = draft.model().find('subnet', home)
  if (!subnet) return fullSubnet(draft, undefined)
  const present = draft.model().find('natGateway', subnet.natGateway)
  if (present) {
    return {
      refusal: `${subnet.name} has the NAT gateway ${present.name} already, and Azure allows one. Remove it first.`,
    }
  }
  const name = freeName(draft.document(), 'natGateway', 'natgw-1')
  const publicIPAddress = addPublicIPAddress(draft, `pip-${name}`)
  const created = draft.add('natGateway', { name, publicIPAddresses: [publicIPAddress] })
  draft.set(subnet.id, 'natGateway', created)
  return { created, label: `Add NAT gateway ${name} to ${subnet.name}` }
}
