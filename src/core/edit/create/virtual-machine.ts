import type { ResourceId } from '../../topology/resource-type.ts'
import { fullSubnet, subnetFor } from '../bring-along.ts'
import type { Draft } from '../draft.ts'
import { freeAddress } from '../free-address.ts'
import { freeName } from '../names.ts'
import { ownerOfType } from '../owners.ts'
import { addToPool } from '../pool-members.ts'
import type { Creator, Drop } from './creator.ts'

/** What a guest calls its NIC of this number, counted from 0. */
export function guestInterfaceName(os: 'windows' | 'linux', number: number): string {
  if (os === 'linux') return `eth${number}`
  return number === 0 ? 'Ethernet' : `Ethernet ${number + 1}`
}

/** Adds a virtual machine with a NIC and a primary IP configuration, or nothing where the subnet is full. */
export function addVirtualMachine(draft: Draft, drop: Drop): ResourceId<'virtualMachine'> | undefined {
  const subnet = subnetFor(draft, drop)
  const privateIPAddress = freeAddress(draft.model(), subnet, 'machine')
  if (subnet === undefined || privateIPAddress === undefined) return undefined
  const os = draft.model().all('virtualMachine').at(-1)?.guest?.os === 'linux' ? 'linux' : 'windows'
  const name = freeName(draft.document(), 'virtualMachine', 'vm1')
  const virtualMachine = draft.add('virtualMachine', { name, guest: { os } })
  const networkInterface = draft.add('networkInterface', {
    name: freeName(draft.document(), 'networkInterface', `${name}-nic`),
    virtualMachine,
    enableIPForwarding: false,
    guest: { name: guestInterfaceName(os, 0), addresses: [] },
  })
  draft.add(
    'ipConfiguration',
    {
      name: 'ipconfig1',
      networkInterface,
      subnet,
      privateIPAddress,
      privateIPAddressVersion: 'IPv4',
      primary: true,
    },
    `${name}-ipconfig1`,
  )
  return virtualMachine
}

/** A virtual machine. It joins the pool it is dropped on, or the only one that there is. */
export const createVirtualMachine: Creator = (draft, drop) => {
  const pools = draft.model().all('backendAddressPool')
  const under = ownerOfType(draft.model(), drop.owner, 'backendAddressPool')
  const pool = under ?? (pools.length === 1 ? pools[0] : undefined)
  const created = addVirtualMachine(draft, drop)
  if (created === undefined) return fullSubnet(draft, subnetFor(draft.fork(), drop))
  const name = draft.model().nameOf(created)
  if (!pool || !addToPool(draft, pool.id, created)) return { created, label: `Add virtual machine ${name}` }
  return { created, label: `Add virtual machine ${name} to ${pool.name}` }
}
