import { addressOfCidr } from '../../topology/address.ts'
import type { ResourceFields } from '../../topology/document.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { portsInUse } from '../create/load-balancing-rule.ts'
import { addressesOfGuest } from '../hold-address.ts'
import type { Copy } from './copies.ts'

type FrontendRule = ResourceFields<'loadBalancingRule'> & ResourceFields<'inboundNatRule'>

const lastPort = 65_534

/** The next number that is not in a set, which has it from then on. */
function take(used: Set<number>, wanted: number): number {
  let port = wanted
  while (used.has(port) && port < lastPort) port++
  used.add(port)
  return port
}

/** Makes the function that remembers the ports in use of each place. */
function remembered() {
  const known = new Map<string, Set<number>>()
  return (key: string, make: () => Set<number>): Set<number> => {
    const ports = known.get(key) ?? make()
    known.set(key, ports)
    return ports
  }
}

/** Gives copies that share a frontend or a guest with their originals ports that are free there, and takes from adapters what the guest holds already. */
export function givePorts(model: TopologyModel, copies: readonly Copy[]): void {
  const ports = remembered()
  for (const copy of copies) {
    if (copy.type === 'loadBalancingRule' || copy.type === 'inboundNatRule') {
      const fields = copy.fields as FrontendRule
      const { frontendIPConfiguration: frontend, protocol, frontendPort, backendPort } = fields
      if (!frontendPort || !model.get(frontend) || (protocol !== 'Tcp' && protocol !== 'Udp')) continue
      const used = ports(`${frontend} ${protocol}`, () => portsInUse(model, frontend ?? '', protocol))
      const port = take(used, frontendPort)
      if (port === frontendPort) continue
      const same = copy.type === 'loadBalancingRule' && backendPort === frontendPort
      copy.fields = {
        ...fields,
        frontendPort: port,
        ...(same ? { backendPort: port } : {}),
      } as Copy['fields']
    } else if (copy.type === 'listener') {
      const fields = copy.fields as ResourceFields<'listener'>
      const { virtualMachine: machine, protocol, port, address } = fields
      if (!port || machine === undefined || !model.get(machine)) continue
      const there = model
        .listenersOf(machine)
        .filter((one) => one.protocol === protocol && one.address === address)
      const used = ports(
        `${machine} ${protocol} ${address}`,
        () => new Set(there.flatMap((one) => one.port ?? [])),
      )
      copy.fields = { ...fields, port: take(used, port) }
    } else if (copy.type === 'loopbackInterface') {
      const fields = copy.fields as ResourceFields<'loopbackInterface'>
      const { virtualMachine: machine, addresses } = fields
      if (machine === undefined || !addresses || !model.get(machine)) continue
      const held = addressesOfGuest(model, machine)
      const left = addresses.filter((cidr) => !held.has(addressOfCidr(cidr)))
      if (left.length < addresses.length) copy.fields = { ...fields, addresses: left }
    }
  }
}
