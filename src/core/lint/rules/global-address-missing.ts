import { fixesFor } from '../fixes.ts'
import { globalInboundsOf } from '../global-inbounds.ts'
import { holdAddress } from '../guest-edits.ts'
import { lacksAddress } from '../lacks-address.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf, plural } from '../wording.ts'

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
    for (const { source, frontend, arrivals } of globalInboundsOf(model)) {
      const missing = arrivals.filter(lacksAddress)
      const [first] = missing
      if (!first) continue
      const { address } = first
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
