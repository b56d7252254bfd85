import { intendedClients } from '../../topology/intended-clients.ts'
import type { TopologyModel } from '../../topology/model.ts'
import { fixesFor } from '../fixes.ts'
import { guestOf } from '../guest.ts'
import { holdAddress } from '../guest-edits.ts'
import { type Inbound, inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { type GlobalRule, globalRulesOf } from '../regions.ts'
import type { Arrival } from '../targets.ts'
import { namesOf, plural } from '../wording.ts'

/** The guests to which the regions of a global rule send packets that keep its address, whether or not the region has one. */
function arrivalsOf(
  model: TopologyModel,
  { source, regions }: GlobalRule,
  inbounds: readonly Inbound[],
): readonly Arrival[] {
  const ids = new Set<string>(regions.map(({ id }) => id))
  return inbounds
    .filter(
      (one) =>
        ids.has(one.frontend.id) &&
        (one.haPorts ||
          (one.source.protocol === source.protocol && one.source.frontendPort === source.backendPort)),
    )
    .flatMap(({ targets }) => targets)
    .flatMap((target) => {
      const { virtualMachine, networkInterface } = target.member
      const guest = guestOf(model, virtualMachine)
      return guest && virtualMachine && networkInterface
        ? [{ ...target, virtualMachine, networkInterface, guest }]
        : []
    })
}

const isCalled = (model: TopologyModel, { frontend }: GlobalRule) =>
  intendedClients(model, frontend).length > 0

/** With floating IP on a global rule the guests of every region must hold the global address. */
export const globalAddressMissing: LintRule = {
  id: 'global-address-missing',
  severity: 'error',
  class: 'traffic',
  title: 'A guest does not hold the address of the global load balancer',
  why: 'With floating IP on the global rule the packet reaches the guest with the global address as its destination. A guest that holds the regional address only drops it, so the global address times out while the regional one works.',
  fix: 'Add the global address to a loopback adapter of every member of every region.',
  sources: ['global-floating-needs-global-address'],
  check({ model }, report) {
    const rules = globalRulesOf(model).filter(({ source }) => source.enableFloatingIP === true)
    if (rules.length === 0) return
    const inbounds = inboundsOf(model)
    for (const one of rules) {
      const { source, frontend } = one
      const address = model.frontendAddress(frontend.id)
      const { protocol } = source
      if (address === undefined || (protocol !== 'Tcp' && protocol !== 'Udp') || !isCalled(model, one))
        continue
      const missing = arrivalsOf(model, one, inbounds).filter(
        ({ guest, endpoints }) =>
          !guest.accepts(address) && !endpoints.some(({ port }) => guest.forwards(protocol, address, port)),
      )
      if (missing.length === 0) continue
      const things = missing.map(({ virtualMachine }) => virtualMachine.id)
      report({
        resource: source.id,
        path: 'enableFloatingIP',
        related: things,
        message: `${namesOf(model, things)} ${plural(new Set(things).size, 'has', 'have')} no interface with the global address ${address}, so packets of ${frontend.name} are dropped.`,
        fixes: () =>
          fixesFor(model, missing, {
            thing: ({ virtualMachine }) => virtualMachine.id,
            label: (thing) => `Add ${address} to a loopback adapter of ${model.nameOf(thing)}`,
            labelForAll: `Add ${address} to a loopback adapter of every guest without it`,
            edit: (draft, arrival) => holdAddress(draft, arrival, address, frontend.name),
          }),
      })
    }
  },
}
