import { familyOf } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { closedSubnets } from '../closed-subnets.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { outboundMethods, type WayOut } from '../outbound.ts'
import { waysOut } from '../outbound-edits.ts'
import { connectingMachines } from '../senders.ts'
import { naming, plural } from '../wording.ts'

interface Stuck {
  readonly name: string
  readonly path: string
  readonly from: Resource<'ipConfiguration'>
}

/** Connections to the internet of a guest that have no way out. */
function stuckConnections(
  model: TopologyModel,
  methods: WayOut,
  machine: Resource<'virtualMachine'>,
): readonly Stuck[] {
  const guest = guestOf(model, machine)
  return (machine.guest?.connections ?? []).flatMap(({ name, to, port, protocol, bind }, index) => {
    if (to === undefined || port === undefined || (protocol !== 'Tcp' && protocol !== 'Udp')) return []
    if (!methods.isInternet(to)) return []
    const address = bind ?? guest?.firstAddress(guest.egress(to), familyOf(to) ?? 'IPv4')
    const from = methods.holderOf(machine.id, address)
    if (!from || methods.isNear(from, to) || methods.has(from, protocol)) return []
    return [{ name: name ?? to, path: `guest.connections.${index}.to`, from }]
  })
}

interface StuckMachine {
  readonly machine: Resource<'virtualMachine'>
  readonly stuck: readonly Stuck[]
  readonly first: Stuck
}

function stuckMachines(model: TopologyModel): readonly StuckMachine[] {
  const calling = connectingMachines(model)
  const methods = outboundMethods(model)
  return calling.flatMap((machine) => {
    const stuck = stuckConnections(model, methods, machine)
    const [first] = stuck
    return first ? [{ machine, stuck, first }] : []
  })
}

/** A guest that calls the internet needs a way out. Of the others it is said once for each subnet. */
export const outboundMethodMissing: LintRule = {
  id: 'outbound-method-missing',
  severity: 'error',
  class: 'traffic',
  title: 'A virtual machine has no way out to the internet',
  why: 'Behind a Standard load balancer nothing gives a connection to the internet a public source address by itself. Updates, activation and time synchronisation fail.',
  fix: 'Put a NAT gateway on the subnet, or add an outbound rule to a public load balancer.',
  sources: ['outbound-needs-a-method', 'outbound-method-order'],
  check({ model }, report) {
    for (const { machine, stuck, first } of stuckMachines(model)) {
      const from = [...new Set(stuck.map((one) => one.from))]
      const subnets = from.flatMap(({ subnet }) => subnet ?? [])
      report({
        resource: machine.id,
        path: first.path,
        related: subnets,
        message: `${naming(stuck.map(({ name }) => name))} of ${machine.name} ${plural(stuck.length, 'calls', 'call')} the internet, but no NAT gateway, public address, outbound rule or load-balancing rule gives ${plural(stuck.length, 'it', 'them')} a public source address.`,
        fixes: () => waysOut(model, from),
      })
    }
  },
  checkWhole({ model }, report) {
    // One finding says enough of a subnet.
    const called = new Set(stuckMachines(model).flatMap(({ stuck }) => stuck.map(({ from }) => from.subnet)))
    for (const { subnet, count, names, configurations } of closedSubnets(model)) {
      if (called.has(subnet.id)) continue
      const unless =
        subnet.defaultOutboundAccess === false
          ? ''
          : `, unless ${subnet.name} is an older subnet with default outbound access`
      report({
        resource: subnet.id,
        severity: 'info',
        path: 'natGateway',
        message: `${names} in ${subnet.name} ${plural(count, 'has', 'have')} no NAT gateway, public address or outbound rule, so ${plural(count, 'it', 'they')} cannot call the internet${unless}.`,
        fixes: () => waysOut(model, configurations),
      })
    }
  },
}
