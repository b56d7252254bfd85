import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { basicSkuRetired } from './basic-sku-retired.ts'

const basic = ['loadBalancer/lb', 'sku', 'Basic'] as const

testLintRule(basicSkuRetired, {
  valid: { Standard: linuxPair, 'public Standard': publicPair },
  invalid: {
    internal: {
      document: changed(linuxPair, basic),
      finds: [{ resource: 'loadBalancer/lb', class: 'deployment', path: 'sku', fixes: 1 }],
    },
    'public, open without a security group': {
      document: changed(without(publicPair, 'networkSecurityGroup/nsg'), basic, [
        'publicIPAddress/site',
        'sku',
        'Basic',
      ]),
      finds: [{ resource: 'loadBalancer/lb', fixes: 1 }],
    },
  },
})
