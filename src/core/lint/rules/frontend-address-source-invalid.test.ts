import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { frontendAddressSourceInvalid } from './frontend-address-source-invalid.ts'

const site = 'frontendIPConfiguration/site'

testLintRule(frontendAddressSourceInvalid, {
  valid: {
    'a subnet': linuxPair,
    'a public IP address': publicPair,
    'one that was not worked out': changed(
      linuxPair,
      [site, 'subnet', undefined],
      [site, 'unresolved', { subnet: '[x]' }],
    ),
  },
  invalid: {
    both: {
      document: changed(publicPair, [site, 'subnet', 'subnet/snet']),
      finds: [
        {
          resource: site,
          class: 'deployment',
          armCode: 'FrontendIPConfigHasBothSubnetAndPublicIP',
          fixes: 2,
        },
      ],
    },
    neither: {
      document: changed(publicPair, [site, 'publicIPAddress', undefined]),
      finds: [{ resource: site, armCode: 'FrontendIPConfigHasNoSubnetOrPublicIP', fixes: 3 }],
    },
  },
})
