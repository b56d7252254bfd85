import { familyOf } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { outboundMethods, type WayOut } from '../outbound.ts'
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

/** A guest that calls the internet needs a way out. */
export const outboundMethodMissing: LintRule = {
  id: 'outbound-method-missing',
  severity: 'error',
  class: 'traffic',
  title: 'A virtual machine has no way out to the internet',
  why: 'Behind a Standard load balancer nothing gives a connection to the internet a public source address by itself. Updates, activation and time synchronisation fail.',
  fix: 'Put a NAT gateway on the subnet, or add an outbound rule to a public load balancer.',
  sources: ['outbound-needs-a-method', 'outbound-method-order'],
  check({ model }, report) {
    const methods = outboundMethods(model)
    for (const machine of model.all('virtualMachine')) {
      const stuck = stuckConnections(model, methods, machine)
      const [first] = stuck
      const closed = first ? undefined : methods.closedSubnetOf(machine.id)
      if (!first && !closed) continue
      const subnets = [...new Set(stuck.flatMap(({ from }) => from.subnet ?? []))]
      report({
        resource: machine.id,
        ...(first ? { path: first.path } : { severity: 'info' as const }),
        related: closed ? [closed] : subnets,
        message: first
          ? `${naming(stuck.map(({ name }) => name))} of ${machine.name} ${plural(stuck.length, 'calls', 'call')} the internet, but no NAT gateway, public address, outbound rule or load-balancing rule gives ${plural(stuck.length, 'it', 'them')} a public source address.`
          : `${machine.name} is in a private subnet and has no NAT gateway, public address or outbound rule, so it cannot call the internet.`,
        fixes: () =>
          (closed ? [closed] : subnets).flatMap((subnet) =>
            fixOf(model, `Put a NAT gateway on ${model.nameOf(subnet)}`, (draft) => {
              const address = draft.add('publicIPAddress', {
                name: 'pip-nat',
                sku: 'Standard',
                publicIPAddressVersion: 'IPv4',
              })
              draft.set(
                subnet,
                'natGateway',
                draft.add('natGateway', { name: 'nat', publicIPAddresses: [address] }),
              )
            }),
          ),
      })
    }
  },
}
