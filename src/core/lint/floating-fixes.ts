import type { TopologyModel } from '../topology/model.ts'
import type { Fix } from './diagnostic.ts'
import { fixesFor, fixOf } from './fixes.ts'
import type { InboundRule } from './inbound-rule.ts'
import { enableFloatingIP } from './member-edits.ts'
import { poolPrimary, primaryOf } from './pool-edits.ts'
import { type Target, thingOf } from './targets.ts'
import { namesOf } from './wording.ts'

/** Turns floating IP on for several inbound rules at once, with what their guests need. */
export function floatAll(model: TopologyModel, all: readonly InboundRule[]): readonly Fix[] {
  const names = namesOf(
    model,
    all.map(({ id }) => id),
  )
  return fixOf(model, `Turn floating IP on for ${names}, and give the guests the addresses`, (draft) => {
    for (const one of all) enableFloatingIP(draft, one)
  })
}

/** Puts the primary IP configuration in the place of secondary ones that an inbound rule reaches. */
export function reachPrimary(
  model: TopologyModel,
  source: InboundRule,
  affected: readonly Target[],
): readonly Fix[] {
  return fixesFor(
    model,
    affected.filter(({ member }) => primaryOf(model, member.networkInterface?.id)),
    {
      thing: ({ member }) => thingOf(member),
      label: (thing) => `Use the primary IP configuration of ${model.nameOf(thing)} instead`,
      labelForAll: 'Use the primary IP configuration of every NIC concerned instead',
      edit: (draft, target) => poolPrimary(draft, source, target),
    },
  )
}
