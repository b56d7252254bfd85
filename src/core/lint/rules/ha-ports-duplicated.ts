import { isHaPorts, type Resource } from '../../topology/model.ts'
import type { LintRule } from '../lint-rule.ts'
import { sharesPool } from '../shared-ports.ts'
import { namesOf, plural } from '../wording.ts'

type LoadBalancingRule = Resource<'loadBalancingRule'>

const bothFloating = 'RulesUseSameBackendPortProtocolAndPoolAndFrontendIPWithFloatingIPEnabled'
const neitherFloating = 'RulesUseSameBackendPortProtocolAndPool'

/** The code with which Azure refuses two HA ports rules of one pool; other pairs have none that is known. */
function codeOf(one: LoadBalancingRule, other: LoadBalancingRule | undefined): string | undefined {
  const floating = one.enableFloatingIP === true
  if (!other || floating !== (other.enableFloatingIP === true)) return undefined
  return floating ? bothFloating : neitherFloating
}

/** An internal frontend has one HA ports rule. */
export const haPortsDuplicated: LintRule = {
  id: 'ha-ports-duplicated',
  severity: 'error',
  class: 'deployment',
  title: 'A frontend has two HA ports rules',
  why: 'Each of them takes every packet of the frontend, so it could not tell which one a packet is for. Azure refuses the second rule.',
  fix: 'Keep one HA ports rule, and put all members into its pool.',
  sources: ['ha-ports-once-per-frontend', 'default-rules-need-own-backend-port'],
  armCodes: [bothFloating, neitherFloating],
  check({ model }, report) {
    const first = new Map<string, LoadBalancingRule[]>()
    for (const later of model.all('loadBalancingRule')) {
      const frontend = model.find('frontendIPConfiguration', later.frontendIPConfiguration)
      if (!frontend || !isHaPorts(later)) continue
      const earlier = first.get(frontend.id)
      if (!earlier) {
        first.set(frontend.id, [later])
        continue
      }
      const ids = earlier.map(({ id }) => id)
      const armCode = codeOf(
        later,
        earlier.find((one) => sharesPool(model, one, later)),
      )
      report({
        resource: later.id,
        path: 'frontendIPConfiguration',
        related: [...ids, frontend.id],
        message: `${later.name} and ${namesOf(model, ids)} ${plural(ids.length, 'both', 'all')} take every port of ${frontend.name}, so Azure refuses the rule.`,
        ...(armCode === undefined ? {} : { armCode }),
      })
      earlier.push(later)
    }
  },
}
