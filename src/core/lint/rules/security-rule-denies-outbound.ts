import { canonicalAddress, sameAddress } from '../../topology/address.ts'
import type { TopologyModel } from '../../topology/model.ts'
import type { SecurityPacket, SecurityPlace } from '../../topology/security-evaluation.ts'
import { type Call, callsOf, sourceOf } from '../calls.ts'
import { fixesFor } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { type Stopper, stoppersOf } from '../security.ts'
import { allowBefore, allowRule } from '../security-edits.ts'
import { naming, plural, portText } from '../wording.ts'

interface Denied extends Stopper {
  readonly call: Call
}

/** The NIC by which a call leaves, and the subnet of the address that it leaves from. */
function placeOf(model: TopologyModel, { virtualMachine, guest, to }: Call, source: string): SecurityPlace {
  const nic = model.find('networkInterface', guest.egress(to, source))
  const own = model.interfacesOf(virtualMachine.id).flatMap(({ id }) => model.ipConfigurationsOf(id))
  const holder =
    own.find(({ id, privateIPAddress }) => id === source || sameAddress(privateIPAddress, source)) ??
    own.find(({ networkInterface }) => networkInterface === nic?.id)
  return { networkInterface: nic, subnet: model.find('subnet', holder?.subnet) }
}

/** The security groups that stop a call to somebody outside. */
function deniedOf(model: TopologyModel, call: Call): readonly Denied[] {
  const source = call.bind === undefined ? sourceOf(call) : canonicalAddress(call.bind)
  if (call.called || source === undefined) return []
  const packet: SecurityPacket = {
    direction: 'Outbound',
    protocol: call.protocol,
    sourceAddress: source,
    sourcePort: null,
    destinationAddress: canonicalAddress(call.to),
    destinationPort: call.port,
  }
  return stoppersOf(model, placeOf(model, call, source), packet).map((stopper) => ({ call, ...stopper }))
}

/** A security rule stops what a guest sends out. */
export const securityRuleDeniesOutbound: LintRule = {
  id: 'security-rule-denies-outbound',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule stops a connection that a guest makes',
  why: 'The security groups of NIC and subnet look at what a guest sends, too. A security rule for outbound packets denies this connection, so it never leaves the host.',
  fix: 'Allow the destination and port in an outbound security rule before the one that denies it.',
  sources: ['security-groups-see-what-guests-send'],
  check({ model }, report) {
    if (model.all('networkSecurityGroup').length === 0) return
    const byMachine = new Map<string, Denied[]>()
    for (const call of callsOf(model)) {
      const { id } = call.virtualMachine
      const denied = deniedOf(model, call)
      const known = byMachine.get(id)
      if (known) known.push(...denied)
      else if (denied.length > 0) byMachine.set(id, [...denied])
    }
    for (const [resource, denied] of byMachine) {
      const [first] = denied
      if (!first) continue
      const { call, group, securityRule } = first
      const names = [...new Set(denied.map((one) => one.call.name))]
      report({
        resource,
        path: `guest.connections.${call.index}.to`,
        related: denied.map((one) => one.group),
        message: `${securityRule} of ${model.nameOf(group)} denies ${portText(call)} from ${call.virtualMachine.name} to ${call.to}, so ${naming(names)} ${plural(names.length, 'fails', 'fail')}.`,
        fixes: () =>
          fixesFor(model, denied, {
            thing: (one) => one.group,
            label: (thing) => `Allow the connection in ${model.nameOf(thing)}`,
            labelForAll: 'Allow the connection in every network security group concerned',
            edit(draft, one) {
              const { protocol, port, to } = one.call
              const name = `Allow-${protocol}-${port}-out-to-${to}`
              const allowed = allowRule(name, protocol, port, ['*'], [to])
              allowBefore(draft, one.group, one.securityRule, { ...allowed, direction: 'Outbound' })
            },
          }),
      })
    }
  },
}
