import { isHaPorts, type Resource } from '../../topology/model.ts'
import { floatAll } from '../floating-fixes.ts'
import type { LintRule } from '../lint-rule.ts'
import { collisions } from '../pairs.ts'
import { namesOf } from '../wording.ts'

const isDefault = ({ enableFloatingIP: floating }: Resource<'loadBalancingRule'>) => floating !== true

/** HA ports rules of several frontends share a pool only when all of them float. */
export const haPortsSharePool: LintRule = {
  id: 'ha-ports-share-pool',
  severity: 'error',
  class: 'deployment',
  title: 'HA ports rules share a pool without floating IP',
  why: 'The guest tells the frontends apart by the destination, which only floating IP keeps. Azure refuses the second rule.',
  fix: 'Turn floating IP on for every HA ports rule of the pool.',
  sources: ['ha-ports-share-pool-when-floating', 'default-rules-need-own-backend-port'],
  armCodes: ['RulesUseSameBackendPortProtocolAndPool'],
  check({ model }, report) {
    const found = collisions(model, (one) => (isHaPorts(one) ? 'every port' : undefined))
    for (const { later, earlier } of found) {
      const others = earlier.filter(
        (one) =>
          one.frontendIPConfiguration !== later.frontendIPConfiguration &&
          (isDefault(one) || isDefault(later)),
      )
      if (others.length === 0) continue
      const ids = others.map(({ id }) => id)
      const mended = [...others, later].filter(isDefault)
      report({
        resource: later.id,
        path: 'enableFloatingIP',
        related: ids,
        message: `${later.name} and ${namesOf(model, ids)} send every port to the same pool, and not all of them use floating IP, so Azure refuses the rule.`,
        armCode: 'RulesUseSameBackendPortProtocolAndPool',
        fixes: () => floatAll(model, mended),
      })
    }
  },
}
