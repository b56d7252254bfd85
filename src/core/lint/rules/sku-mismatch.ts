import { fixOf } from '../fixes.ts'
import type { LintRule } from '../lint-rule.ts'

/** A load balancer takes public IP addresses of its own SKU only. */
export const skuMismatch: LintRule = {
  id: 'sku-mismatch',
  severity: 'error',
  class: 'deployment',
  title: 'Load balancer and public IP address have different SKUs',
  why: 'A Standard load balancer takes Standard public IP addresses only, a Basic one Basic ones only. Azure refuses the frontend.',
  fix: 'Use a public IP address of the load balancer’s SKU.',
  sources: ['public-address-has-load-balancer-sku'],
  armCodes: ['DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed'],
  check({ model }, report) {
    for (const { id, name, loadBalancer, publicIPAddress } of model.all('frontendIPConfiguration')) {
      const owner = model.find('loadBalancer', loadBalancer)
      const address = model.find('publicIPAddress', publicIPAddress)
      if (owner?.sku !== 'Standard' && owner?.sku !== 'Basic') continue
      if (address?.sku === undefined || address.sku === owner.sku) continue
      report({
        resource: id,
        path: 'publicIPAddress',
        related: [address.id, owner.id],
        message: `${owner.name} is a ${owner.sku} load balancer, but ${address.name} of its frontend ${name} is a ${address.sku} public IP address.`,
        armCode: 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed',
        // Basic is retired, so that nothing is turned into it.
        fixes: () =>
          owner.sku === 'Basic'
            ? []
            : fixOf(model, `Make ${address.name} a Standard public IP address`, (draft) =>
                draft.set(address.id, 'sku', 'Standard'),
              ),
      })
    }
  },
}
