import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { addressDuplicated } from './address-duplicated.ts'

testLintRule(addressDuplicated, {
  valid: {
    'every address once': linuxPair,
    'no address yet': changed(linuxPair, [
      'ipConfiguration/vm1-nic-ipconfig1',
      'privateIPAddress',
      undefined,
    ]),
  },
  invalid: {
    'the frontend address on a NIC': {
      document: changed(linuxPair, ['ipConfiguration/vm1-nic-ipconfig1', 'privateIPAddress', '10.0.0.100']),
      finds: [
        {
          resource: 'frontendIPConfiguration/site',
          class: 'deployment',
          related: ['ipConfiguration/vm1-nic-ipconfig1'],
          armCode: 'MultipleIpConfigsRequestSamePrivateIpAddress',
        },
      ],
    },
  },
})
