import { addressBits, parsePrefix } from '../../topology/address.ts'
import type { Resource, TopologyModel } from '../../topology/model.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

const portsPerAddress = 64_000
const block = 8

/** How many public addresses a frontend gives: one, or those of a prefix. An unknown prefix counts as undefined. */
function addressesOf(model: TopologyModel, id: string): number | undefined {
  const frontend = model.find('frontendIPConfiguration', id)
  if (!frontend) return 0
  if (frontend.publicIPPrefix === undefined) return 1
  const prefix = parsePrefix(model.find('publicIPPrefix', frontend.publicIPPrefix)?.ipPrefix)
  return prefix && 2 ** Math.min(addressBits(prefix.family) - prefix.length, 16)
}

function available(model: TopologyModel, outboundRule: Resource<'outboundRule'>): number {
  const addresses = (outboundRule.frontendIPConfigurations ?? []).map((id) => addressesOf(model, id))
  if (addresses.length === 0 || addresses.includes(undefined)) return Number.POSITIVE_INFINITY
  return portsPerAddress * addresses.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

/** The ports that an outbound rule gives each member come in blocks of 8 and must be enough for all. */
export const outboundPortsInvalid: LintRule = {
  id: 'outbound-ports-invalid',
  severity: 'error',
  class: 'deployment',
  title: 'An outbound rule gives out ports that it does not have',
  why: 'Ports for outbound connections come in blocks of 8, and each frontend address has 64,000 of them for all members together. Azure refuses anything else.',
  fix: 'Use a multiple of 8 that is enough for every member, or add frontend addresses.',
  sources: ['outbound-port-allocation'],
  check({ model }, report) {
    for (const outboundRule of model.all('outboundRule')) {
      const { id, name, allocatedOutboundPorts: ports, backendAddressPool, unresolved } = outboundRule
      if (ports === undefined || ports <= 0 || unresolved?.frontendIPConfigurations !== undefined) continue
      const members = Math.max(model.membersOf(backendAddressPool).length, 1)
      const all = available(model, outboundRule)
      const isUneven = ports % block !== 0
      if (!isUneven && ports * members <= all) continue
      const most = Math.floor(Math.min(all / members, portsPerAddress) / block) * block
      const fitting = Math.min(Math.ceil(ports / block) * block, most)
      report({
        resource: id,
        path: 'allocatedOutboundPorts',
        related: [backendAddressPool].flatMap((pool) => model.find('backendAddressPool', pool)?.id ?? []),
        message: isUneven
          ? `${name} gives each member ${ports} ports, which is not a multiple of ${block}, so Azure refuses it.`
          : `${name} gives each of ${members} members ${ports} ports, but its frontends have ${all}, so Azure refuses it.`,
        fixes: () =>
          fitting < block
            ? []
            : fixOf(model, `Give each member ${fitting} ports`, (draft) =>
                draft.set(id, 'allocatedOutboundPorts', fitting),
              ),
      })
    }
  },
}
