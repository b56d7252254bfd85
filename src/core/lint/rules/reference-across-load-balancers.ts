import type { Resource, TopologyModel } from '../../topology/model.ts'
import { referencesOf } from '../../topology/references.ts'
import { type ResourceType, typeOfId } from '../../topology/resource-type.ts'
import type { Fix } from '../diagnostic.ts'
import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { namesOf } from '../wording.ts'

const ruleTypes = ['loadBalancingRule', 'inboundNatRule', 'outboundRule'] as const
const partTypes = ['frontendIPConfiguration', 'backendAddressPool', 'probe'] as const

type Rule = Resource<(typeof ruleTypes)[number]>
type Part = Resource<(typeof partTypes)[number]>

/** The frontends, pools and probes that a rule names. */
function partsOf(model: TopologyModel, type: ResourceType, { id }: Rule): readonly Part[] {
  const entry = model.entryOf(id)
  if (!entry) return []
  return referencesOf(type, entry.fields).flatMap(({ target }) => {
    const part = partTypes.find((one) => one === typeOfId(target))
    return part ? (model.find(part, target) ?? []) : []
  })
}

function repairs(
  model: TopologyModel,
  rule: Rule,
  parts: readonly Part[],
  astray: readonly Part[],
): readonly Fix[] {
  const [home, ...others] = new Set(parts.map(({ loadBalancer }) => loadBalancer))
  const isAlone = ({ id }: Part) => model.referrersTo(id).every(({ source }) => source === rule.id)
  return [
    ...(home === undefined || others.length > 0
      ? []
      : fixOf(model, `Move ${rule.name} to ${model.nameOf(home)}`, (draft) =>
          draft.set(rule.id, 'loadBalancer', home),
        )),
    ...(astray.every(isAlone)
      ? fixOf(
          model,
          `Move ${namesOf(
            model,
            astray.map(({ id }) => id),
          )} to ${model.nameOf(rule.loadBalancer ?? '')}`,
          (draft) => {
            for (const { id } of astray) draft.set(id, 'loadBalancer', rule.loadBalancer)
          },
        )
      : []),
  ]
}

/** A rule names a part of another load balancer than its own. */
export const referenceAcrossLoadBalancers: LintRule = {
  id: 'reference-across-load-balancers',
  severity: 'error',
  class: 'deployment',
  title: 'A rule uses a part of another load balancer',
  why: 'Frontends, pools, probes and rules are parts of one load balancer, and a rule can name only those beside it. Azure refuses a rule that names a part of another one.',
  fix: 'Use a frontend, pool and probe of the load balancer that the rule belongs to.',
  sources: ['rules-use-parts-of-their-load-balancer'],
  check({ model }, report) {
    if (model.all('loadBalancer').length < 2) return
    for (const type of ruleTypes) {
      for (const rule of model.all(type)) {
        // What names no load balancer of the diagram is a finding of its own.
        const owner = model.find('loadBalancer', rule.loadBalancer)
        if (!owner) continue
        const parts = partsOf(model, type, rule)
        const astray = parts.filter(
          ({ loadBalancer }) => loadBalancer !== owner.id && model.find('loadBalancer', loadBalancer),
        )
        const [first] = astray
        if (!first) continue
        const ids = astray.map(({ id }) => id)
        report({
          resource: rule.id,
          path: 'loadBalancer',
          related: ids,
          message: `${rule.name} belongs to ${owner.name}, but ${namesOf(model, ids)} to ${namesOf(
            model,
            astray.flatMap(({ loadBalancer }) => loadBalancer ?? []),
          )}, so Azure refuses the rule.`,
          fixes: () => repairs(model, rule, parts, astray),
        })
      }
    }
  },
}
