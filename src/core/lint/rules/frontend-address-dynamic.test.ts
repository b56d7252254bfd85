import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { frontendAddressDynamic } from './frontend-address-dynamic.ts'

const site = 'frontendIPConfiguration/site'
const dynamic = changed(linuxPair, [site, 'privateIPAllocationMethod', 'Dynamic'])

testLintRule(frontendAddressDynamic, {
  valid: {
    'not said': linuxPair,
    static: changed(linuxPair, [site, 'privateIPAllocationMethod', 'Static']),
    'no address yet': changed(dynamic, [site, 'privateIPAddress', undefined]),
    'nobody holds it': without(dynamic, 'loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'),
  },
  invalid: {
    dynamic: {
      document: dynamic,
      finds: [
        {
          resource: site,
          severity: 'warning',
          path: 'privateIPAllocationMethod',
          related: ['loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo'],
          fixes: 1,
        },
      ],
    },
  },
})
