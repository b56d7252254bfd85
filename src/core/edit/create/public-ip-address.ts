import { addPublicIPAddress, primaryConfigurationOf } from '../bring-along.ts'
import { ownerOfType } from '../owners.ts'
import type { Creator } from './creator.ts'

/** A public IP address on a public frontend, a NAT gateway, or an IP configuration of a NIC. */
export const createPublicIPAddress: Creator = (draft, drop) => {
  const model = draft.model()
  const frontend = model.find('frontendIPConfiguration', drop.owner)
  if (frontend) {
    if (model.frontendKind(frontend) === 'internal') {
      return {
        refusal: `${frontend.name} is an internal frontend with an address of a subnet. Add a public frontend instead.`,
      }
    }
    if (model.find('publicIPAddress', frontend.publicIPAddress)) {
      return {
        refusal: `${frontend.name} has a public IP address already. A second one needs a frontend of its own.`,
      }
    }
    const sku = model.find('loadBalancer', frontend.loadBalancer)?.sku === 'Basic' ? 'Basic' : 'Standard'
    const created = addPublicIPAddress(draft, `pip-${frontend.name}`, sku)
    draft.set(frontend.id, 'publicIPAddress', created)
    return { created, label: `Add a public IP address to ${frontend.name}` }
  }
  const gateway = model.find('natGateway', drop.owner)
  if (gateway) {
    const created = addPublicIPAddress(draft, `pip-${gateway.name}`)
    draft.set(gateway.id, 'publicIPAddresses', [...(gateway.publicIPAddresses ?? []), created])
    return { created, label: `Add a public IP address to ${gateway.name}` }
  }
  const networkInterface = ownerOfType(model, drop.owner, 'networkInterface')
  const machine = ownerOfType(model, drop.owner, 'virtualMachine')
  const configuration =
    model.find('ipConfiguration', drop.owner) ??
    (networkInterface && model.ipConfigurationsOf(networkInterface.id)[0]) ??
    (machine && primaryConfigurationOf(draft, machine.id))
  if (!configuration) {
    return {
      refusal:
        'A public IP address belongs to a public frontend, a NAT gateway or a network interface. Drop it on one of them.',
    }
  }
  const owner = networkInterface?.name ?? machine?.name ?? configuration.name
  if (model.find('publicIPAddress', configuration.publicIPAddress)) {
    return {
      refusal: `${owner} has a public IP address already, and Azure allows one for each IP configuration.`,
    }
  }
  const created = addPublicIPAddress(draft, `pip-${owner}`)
  draft.set(configuration.id, 'publicIPAddress', created)
  return { created, label: `Add a public IP address to ${owner}` }
}
