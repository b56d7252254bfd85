import { fixOf } from '../fixes.ts'
import { inboundsOf } from '../inbound.ts'
import type { LintRule } from '../lint-rule.ts'
import { openGroup } from '../security-edits.ts'

/** Basic load balancers are gone. */
export const basicSkuRetired: LintRule = {
  id: 'basic-sku-retired',
  severity: 'error',
  class: 'deployment',
  title: 'A load balancer has the retired SKU Basic',
  why: 'Azure makes no new Basic load balancers since 31 March 2025 and retired them on 30 September 2025.',
  fix: 'Use the SKU Standard for the load balancer and its public IP addresses, and allow its clients in a network security group.',
  sources: ['basic-load-balancer-retired'],
  check({ model }, report) {
    for (const { id, name, sku } of model.all('loadBalancer')) {
      if (sku !== 'Basic') continue
      report({
        resource: id,
        path: 'sku',
        message: `${name} has the SKU Basic, which cannot be created any more.`,
        fixes: () =>
          fixOf(model, `Make ${name} a Standard load balancer`, (draft) => {
            draft.set(id, 'sku', 'Standard')
            for (const { publicIPAddress } of model.frontendsOf(id)) {
              if (publicIPAddress !== undefined) draft.set(publicIPAddress, 'sku', 'Standard')
            }
            if (model.loadBalancerKind(id) !== 'public') return
            for (const inbound of inboundsOf(model)) {
              if (inbound.source.loadBalancer !== id) continue
              for (const target of inbound.targets) openGroup(draft, inbound, target)
            }
          }),
      })
    }
  },
}
