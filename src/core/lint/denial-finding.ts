import type { TopologyModel } from '../topology/model.ts'
import type { Fix } from './diagnostic.ts'
import type { Draft } from './draft.ts'
import { fixesFor } from './fixes.ts'
import type { Inbound } from './inbound.ts'
import type { Finding } from './lint-rule.ts'
import { type Denial, type Denied, denialsOf } from './security.ts'
import { thingOf } from './targets.ts'

/** The packets of one inbound rule that one explanation fits. */
export interface DeniedInbound {
  readonly inbound: Inbound
  readonly denied: readonly Denied[]
  readonly first: Denied
}

const stopped = new WeakMap<readonly Inbound[], readonly Inbound[]>()

/** The inbound rules with packets that security groups stop. */
function stoppedOf(model: TopologyModel, inbounds: readonly Inbound[]): readonly Inbound[] {
  let found = stopped.get(inbounds)
  if (!found) {
    found = inbounds.filter((inbound) => denialsOf(model, inbound).length > 0)
    stopped.set(inbounds, found)
  }
  return found
}

/** The inbound rules with packets that security groups stop for this reason. */
export function deniedFor(
  model: TopologyModel,
  inbounds: readonly Inbound[],
  denial: Denial,
): readonly DeniedInbound[] {
  return stoppedOf(model, inbounds).flatMap((inbound) => {
    const denied = denialsOf(model, inbound).filter((one) => one.denial === denial)
    const [first] = denied
    return first ? [{ inbound, denied, first }] : []
  })
}

/** What such a finding is about and what it concerns: the groups, and the members they stand before. */
export function placeOf({ inbound, denied }: DeniedInbound): Pick<Finding, 'resource' | 'related'> {
  return {
    resource: inbound.source.id,
    related: [
      ...denied.flatMap(({ group }) => group ?? []),
      ...denied.map(({ target }) => thingOf(target.member)),
    ],
  }
}

/** One repair per security group, plus one for all. */
export function denialFixes(
  model: TopologyModel,
  denied: readonly Denied[],
  label: (group: string) => string,
  edit: (draft: Draft, denied: Denied) => void,
): readonly Fix[] {
  return fixesFor(model, denied, {
    thing: ({ group, target }) => group ?? thingOf(target.member),
    label: (thing) => label(model.nameOf(thing)),
    labelForAll: label('every network security group concerned'),
    edit,
  })
}
