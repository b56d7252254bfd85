import { fullSubnet, machineFor, primaryConfigurationOf, subnetFor } from '../bring-along.ts'
import { freeAddress } from '../free-address.ts'
import { freeName } from '../names.ts'
import type { Creator } from './creator.ts'
import { guestInterfaceName } from './virtual-machine.ts'

/** Another NIC of a virtual machine with its primary IP configuration, in the subnet of the first. */
export const createNetworkInterface: Creator = (draft, drop) => {
  const machine = machineFor(draft, drop)
  if (!machine)
    return { refusal: 'A network interface belongs to a virtual machine. Add a virtual machine first.' }
  const model = draft.model()
  const beside = primaryConfigurationOf(draft, machine.id)?.subnet
  const subnet = model.find('subnet', beside)?.id ?? subnetFor(draft, drop)
  const privateIPAddress = freeAddress(draft.model(), subnet, 'machine')
  if (subnet === undefined || privateIPAddress === undefined) return fullSubnet(draft, subnet)
  const number = model.interfacesOf(machine.id).length
  const name = freeName(draft.document(), 'networkInterface', `${machine.name}-nic`)
  const os = machine.guest?.os
  const created = draft.add('networkInterface', {
    name,
    virtualMachine: machine.id,
    enableIPForwarding: false,
    ...(os === undefined
      ? {}
      : { guest: { name: guestInterfaceName(os === 'linux' ? 'linux' : 'windows', number), addresses: [] } }),
  })
  draft.add(
    'ipConfiguration',
    {
      name: 'ipconfig1',
      networkInterface: created,
      subnet,
      privateIPAddress,
      privateIPAddressVersion: 'IPv4',
      primary: true,
    },
    `${name}-ipconfig1`,
  )
  return { created, label: `Add network interface ${name} to ${machine.name}` }
}
