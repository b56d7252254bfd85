import { isClusterAddress, type TopologyModel } from '../../topology/model.ts'
import { rulesOfMachine } from './rules-of-machine.ts'

/** A floating address that a machine is to answer for. */
export interface AskedAddress {
  readonly text: string
  /** The NIC at which its packets arrive. */
  readonly nic: string | undefined
}

/** The floating addresses that a machine is to answer for. */
export function askedAddresses(model: TopologyModel, machine: string): ReadonlyMap<string, AskedAddress> {
  const asked = new Map<string, AskedAddress>()
  for (const { frontendRule, member } of rulesOfMachine(model, machine)) {
    const frontend = model.find('frontendIPConfiguration', frontendRule.frontendIPConfiguration)
    const address = model.frontendAddress(frontend?.id)
    if (!frontendRule.enableFloatingIP || !frontend || address === undefined || isClusterAddress(frontend))
      continue
    if (!asked.has(address))
      asked.set(address, { text: `${address} of ${frontend.name}`, nic: member.networkInterface?.id })
  }
  return asked
}
