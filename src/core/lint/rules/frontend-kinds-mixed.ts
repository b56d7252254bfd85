import type { Resource, TopologyModel } from '../../topology/model.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

type Frontends = readonly Resource<'frontendIPConfiguration'>[]

interface Kinds {
  readonly open: readonly string[]
  readonly inside: readonly string[]
}

const known = new WeakMap<Frontends, Kinds>()

/** The public and the private ones among some frontends, found once for each list. */
function kindsOf(model: TopologyModel, frontends: Frontends): Kinds {
  let kinds = known.get(frontends)
  if (!kinds) {
    const ofKind = (kind: 'public' | 'internal') =>
      frontends.filter((frontend) => model.frontendKind(frontend) === kind).map(({ id }) => id)
    kinds = { open: ofKind('public'), inside: ofKind('internal') }
    known.set(frontends, kinds)
  }
  return kinds
}

/** The frontends of a load balancer are all public or all private. */
export const frontendKindsMixed: LintRule = {
  id: 'frontend-kinds-mixed',
  severity: 'error',
  class: 'deployment',
  scope: 'document',
  title: 'A load balancer has public and private frontends',
  why: 'The kind of its frontends makes a load balancer public or internal, and it cannot be both. Azure refuses it.',
  fix: 'Use one load balancer for the public frontends and another one for the private ones.',
  sources: ['frontend-kind-defines-load-balancer'],
  check({ model }, report) {
    for (const { id, name } of model.all('loadBalancer')) {
      const { open, inside } = kindsOf(model, model.frontendsOf(id))
      if (open.length === 0 || inside.length === 0) continue
      report({
        resource: id,
        related: open.length < inside.length ? open : inside,
        message: `${name} has the public ${namesOf(model, open)} and the private ${namesOf(model, inside)}, so Azure refuses it.`,
      })
    }
  },
}
