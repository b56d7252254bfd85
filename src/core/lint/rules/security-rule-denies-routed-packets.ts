import type { TopologyModel } from '../../topology/model.ts'
import { type RoutedPacket, routedPackets } from '../../topology/routed-packets.ts'
import { fixesFor } from '../fixes.ts'
import type { Inbound } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { inboundPacket, type Stopper, stoppersOf } from '../security.ts'
import { allowBefore, allowRule } from '../security-edits.ts'
import { type Target, thingOf } from '../targets.ts'
import { namesOf } from '../wording.ts'

interface Denied extends Stopper {
  readonly packet: RoutedPacket
  readonly target: Target
}

/** What the security groups of a member stop of a packet that keeps its destination. */
function deniedAt(model: TopologyModel, packet: RoutedPacket, target: Target): readonly Denied[] {
  const asked = inboundPacket(packet.from, packet, packet.to)
  return stoppersOf(model, target.member, asked).map((stopper) => ({ packet, target, ...stopper }))
}

function deniedOf(model: TopologyModel, { frontend, targets }: Inbound): readonly Denied[] {
  const packets = routedPackets(model).filter((packet) => packet.frontend.id === frontend.id)
  return packets.flatMap((packet) => targets.flatMap((target) => deniedAt(model, packet, target)))
}

/** A security group sees routed packets with the destination that they had when they were sent. */
export const securityRuleDeniesRoutedPackets: LintRule = {
  id: 'security-rule-denies-routed-packets',
  severity: 'error',
  class: 'traffic',
  title: 'A security rule stops packets that routes send to an appliance',
  why: 'A packet that a route sends through HA ports keeps its destination, which is neither the frontend’s address nor the appliance’s. A security rule for those does not fit it, so the packet is dropped before the appliance.',
  fix: 'Allow the subnets whose routes lead to the appliance, to any destination.',
  sources: ['routed-packets-keep-destination', 'security-group-sees-mapped-destination'],
  check({ model, inbounds }, report) {
    if (model.all('routeTable').length === 0) return
    const seen = new Set<string>()
    for (const inbound of inbounds) {
      // Of several HA ports rules of a frontend the first one takes everything.
      if (!inbound.haPorts || seen.has(inbound.frontend.id)) continue
      seen.add(inbound.frontend.id)
      const denied = deniedOf(model, inbound)
      const [first] = denied
      if (!first) continue
      report({
        resource: inbound.source.id,
        related: [...denied.map(({ group }) => group), ...denied.map(({ target }) => thingOf(target.member))],
        message: `${first.securityRule} of ${model.nameOf(first.group)} denies what routes of ${namesOf(
          model,
          denied.map(({ packet }) => packet.subnet.id),
        )} send to ${inbound.frontend.name}, such as packets from ${first.packet.from} to ${first.packet.to}, so they are dropped before they reach an appliance.`,
        fixes: () =>
          fixesFor(model, denied, {
            thing: ({ group }) => group,
            label: (thing) => `Allow routed packets in ${model.nameOf(thing)}`,
            labelForAll: 'Allow routed packets in every network security group concerned',
            edit(draft, { packet, group, securityRule }) {
              const { name } = packet.subnet
              const prefixes = model.prefixesOf(packet.subnet)
              const allowed = allowRule(`Allow-routed-from-${name}`, packet.protocol, packet.port, prefixes, [
                '*',
              ])
              allowBefore(draft, group, securityRule, {
                ...allowed,
                protocol: '*',
                destinationPortRanges: ['*'],
              })
            },
          }),
      })
    }
  },
}
