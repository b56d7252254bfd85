import { frontendsCalled } from '../../../../core/simulator/frontend-rules.ts'
import { memberWithAddress } from '../../../../core/simulator/kinds/inbound.ts'
import type { Flow } from '../../../../core/simulator/trace.ts'
import type { PoolMember, Resource, TopologyModel } from '../../../../core/topology/model.ts'
import { haPortsFrontend, nextHopFrom, subnetHolding } from '../../../../core/topology/routing.ts'

/** Who tries to reach what. `from` and `to` are addresses or ids. */
export interface Attempt {
  readonly from: string
  readonly to: string
  readonly port: number
  readonly protocol: 'Tcp' | 'Udp'
  readonly bind?: string
  readonly backend?: string
}

type Machine = Resource<'virtualMachine'>

/** The VM that calls: named, or the one that has the address. */
function callingMachine(model: TopologyModel, from: string): Machine | undefined {
  return model.find('virtualMachine', from) ?? memberWithAddress(model, from, undefined)?.virtualMachine
}

/** Every member of the rules of the frontends that a call goes to. */
export function membersCalled(model: TopologyModel, to: string): readonly PoolMember[] {
  const rules = frontendsCalled(model, to).flatMap(({ id }) => [
    ...model.rulesOfFrontend(id),
    ...model.natRulesOfFrontend(id),
  ])
  return rules.flatMap((one) => model.membersOfRule(one))
}

/** Whether a route of the caller's subnet leads to an appliance behind a load balancer. */
function isRouted(model: TopologyModel, from: string, machine: Machine | undefined, to: string): boolean {
  const [nic] = machine ? model.interfacesOf(machine.id) : []
  const own = nic && model.ipConfigurationsOf(nic.id)[0]?.subnet
  const client = model.find('client', from)
  const subnet =
    model.find('subnet', own ?? client?.subnet) ?? subnetHolding(model, client?.ipAddress ?? from)
  return haPortsFrontend(model, nextHopFrom(model, subnet, to)) !== undefined
}

/** The flow that an attempt is: what is called, and from where, decides its kind. */
export function flowBetween(model: TopologyModel, attempt: Attempt): Flow {
  const { from, to, port, protocol, bind, backend } = attempt
  const call = { from, to, port, protocol }
  const machine = callingMachine(model, from)
  if (frontendsCalled(model, to).length > 0) {
    const isMember =
      machine !== undefined &&
      membersCalled(model, to).some((member) => member.virtualMachine?.id === machine.id)
    return { kind: isMember ? 'hairpin' : 'inbound', ...call, ...(backend === undefined ? {} : { backend }) }
  }
  if (memberWithAddress(model, to, undefined)) return { kind: 'inbound', ...call }
  if (isRouted(model, from, machine, to)) return { kind: 'routed', ...call }
  if (!machine) return { kind: 'inbound', ...call }
  return { kind: 'outbound', ...call, from: machine.id, ...(bind === undefined ? {} : { bind }) }
}
