import { familyOf, sameAddress } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import type { LintRule } from '../lint-rule.ts'
import { naming, plural } from '../wording.ts'

/** Whether a called address lies outside everything that a load balancer or NIC of the document has. */
function isOutside(model: TopologyModel, to: string): boolean {
  if (familyOf(to) === undefined) return false
  return (
    model.frontendsWithAddress(to).length === 0 &&
    model.all('ipConfiguration').every(({ privateIPAddress }) => !sameAddress(privateIPAddress, to))
  )
}

const hasAddress = (model: TopologyModel, machine: Resource<'virtualMachine'>, address: string) =>
  model
    .interfacesOf(machine.id)
    .some(({ id }) =>
      model.ipConfigurationsOf(id).some(({ privateIPAddress }) => sameAddress(privateIPAddress, address)),
    )

/** An application binds its outbound socket to an address that Azure does not translate. */
export const outboundFromFrontendAddress: LintRule = {
  id: 'outbound-from-frontend-address',
  severity: 'error',
  class: 'traffic',
  title: 'An application calls out from a frontend address',
  why: 'Azure translates outbound connections of IP configurations only. A connection from a frontend address leaves the guest and is lost.',
  fix: 'Do not bind the outbound socket, or bind it to the address of the primary IP configuration.',
  sources: ['outbound-needs-primary-address'],
  check({ model }, report) {
    for (const machine of model.all('virtualMachine')) {
      const connections = machine.guest?.connections
      if (!connections) continue
      const guest = guestOf(model, machine)
      const bound = connections.flatMap(({ name, to, bind }, index) => {
        if (to === undefined || !isOutside(model, to)) return []
        const from = bind ?? guest?.firstAddress(guest.egress(to), familyOf(to) ?? 'IPv4')
        if (from === undefined || familyOf(from) === undefined || hasAddress(model, machine, from)) return []
        return [{ name: name ?? to, from, path: `guest.connections.${index}.bind` }]
      })
      const [first] = bound
      if (!first) continue
      report({
        resource: machine.id,
        path: first.path,
        message: `${naming(bound.map(({ name }) => name))} of ${machine.name} ${plural(bound.length, 'calls', 'call')} from ${first.from}, which is no address of an IP configuration, so ${plural(bound.length, 'its', 'their')} connections fail.`,
        fixes: () =>
          fixOf(model, `Do not bind ${naming(bound.map(({ name }) => name))}`, (draft) => {
            for (const { path } of bound) draft.set(machine.id, path, undefined)
          }),
      })
    }
  },
}
