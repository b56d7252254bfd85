import { canonicalAddress, familyOf, isOwnToEveryMachine } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { frontendsCalled } from '../frontend-rules.ts'
import { guestOf, ownsAddress } from '../guest.ts'
import { memberWithAddress } from '../kinds/inbound.ts'
import type { Flow } from '../trace.ts'

const machinesBehind = new WeakMap<TopologyModel, Map<string, ReadonlySet<string | undefined>>>()

/** The VMs to which a frontend's rules send packets. */
function machinesOf(model: TopologyModel, frontend: string): ReadonlySet<string | undefined> {
  const ofModel = machinesBehind.get(model) ?? new Map<string, ReadonlySet<string | undefined>>()
  machinesBehind.set(model, ofModel)
  let machines = ofModel.get(frontend)
  if (!machines) {
    const frontendRules = [...model.rulesOfFrontend(frontend), ...model.natRulesOfFrontend(frontend)]
    machines = new Set(
      frontendRules.flatMap((one) =>
        model.membersOfRule(one).map(({ virtualMachine }) => virtualMachine?.id),
      ),
    )
    ofModel.set(frontend, machines)
  }
  return machines
}

/** The connections that a guest is known to make. What is not filled in yet makes none. */
export function connectionsOf(model: TopologyModel, machine: Resource<'virtualMachine'>): readonly Flow[] {
  return (machine.guest?.connections ?? []).flatMap(({ to, port, protocol, bind }): Flow[] => {
    if (to === undefined || port === undefined || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
    const call = { from: machine.id, to, port, protocol }
    const frontends = frontendsCalled(model, to)
    if (frontends.length > 0) {
      const holdsIt = frontends.some(({ id }) => machinesOf(model, id).has(machine.id))
      return [{ kind: holdsIt ? 'hairpin' : 'inbound', ...call }]
    }
    if (!familyOf(to) || isOwnToEveryMachine(to)) return []
    const called = memberWithAddress(model, to, undefined)
    const isOwn =
      called?.virtualMachine?.id === machine.id && ownsAddress(guestOf(model, machine), canonicalAddress(to))
    if (called) return [{ kind: isOwn ? 'hairpin' : 'inbound', ...call }]
    return [{ kind: 'outbound', ...call, ...(bind === undefined ? {} : { bind }) }]
  })
}
