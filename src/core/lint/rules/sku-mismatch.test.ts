import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { skuMismatch } from './sku-mismatch.ts'

const site = 'frontendIPConfiguration/site'
const address = 'publicIPAddress/site'
const lb = 'loadBalancer/lb'

testLintRule(skuMismatch, {
  valid: {
    'both Standard': publicPair,
    'both Basic': changed(publicPair, [address, 'sku', 'Basic'], [lb, 'sku', 'Basic']),
    'an internal frontend': linuxPair,
    'no SKU yet': changed(publicPair, [address, 'sku', undefined]),
  },
  invalid: {
    'Basic on Standard': {
      document: changed(publicPair, [address, 'sku', 'Basic']),
      finds: [
        {
          resource: site,
          class: 'deployment',
          related: [address, lb],
          armCode: 'DifferentSkuLoadBalancersAndPublicIPAddressNotAllowed',
          fixes: 1,
        },
      ],
    },
    'Standard on Basic': {
      document: changed(publicPair, [lb, 'sku', 'Basic']),
      finds: [{ resource: site, fixes: 0 }],
    },
  },
})
