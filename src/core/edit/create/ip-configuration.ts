import { fullSubnet, machineFor } from '../bring-along.ts'
import { freeAddress } from '../free-address.ts'
import { freeName } from '../names.ts'
import { ownerOfType } from '../owners.ts'
import type { Creator } from './creator.ts'

/** Another IP configuration of a NIC: secondary where the NIC has a primary one. */
export const createIPConfiguration: Creator = (draft, drop) => {
  const model = draft.model()
  const machine = machineFor(draft, drop)
  const networkInterface =
    ownerOfType(model, drop.owner, 'networkInterface') ?? (machine && model.interfacesOf(machine.id)[0])
  if (!networkInterface) {
    return { refusal: 'An IP configuration belongs to a network interface. Add a virtual machine first.' }
  }
  const siblings = model.ipConfigurationsOf(networkInterface.id)
  const primary = siblings.find((one) => one.primary) ?? siblings[0]
  const subnet = model.find('subnet', primary?.subnet) ?? model.all('subnet')[0]
  if (!subnet) return { refusal: 'An IP configuration takes its address from a subnet. Add a subnet first.' }
  const privateIPAddress = freeAddress(model, subnet.id, 'machine')
  if (privateIPAddress === undefined) return fullSubnet(draft, subnet.id)
  const name = freeName(draft.document(), 'ipConfiguration', 'ipconfig1', networkInterface.id)
  const created = draft.add(
    'ipConfiguration',
    {
      name,
      networkInterface: networkInterface.id,
      subnet: subnet.id,
      privateIPAddress,
      privateIPAddressVersion: 'IPv4',
      primary: primary === undefined,
    },
    `${networkInterface.name}-${name}`,
  )
  return { created, label: `Add IP configuration ${name} to ${networkInterface.name}` }
}
