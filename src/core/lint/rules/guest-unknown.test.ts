import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { guestUnknown } from './guest-unknown.ts'

const unknown = ['virtualMachine/vm1', 'guest', undefined] as const

testLintRule(guestUnknown, {
  valid: {
    'guests are known': linuxPair,
    'no rule sends there': changed(linuxPair, unknown, [
      'loadBalancingRule/web',
      'backendAddressPool',
      undefined,
    ]),
  },
  invalid: {
    'nothing is said about a guest': {
      document: changed(linuxPair, unknown),
      finds: [
        {
          resource: 'virtualMachine/vm1',
          severity: 'info',
          class: 'advice',
          path: 'guest',
          related: ['loadBalancingRule/web'],
        },
      ],
    },
    'a frontend has no address yet': {
      document: changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAddress', undefined]),
      finds: [{ resource: 'frontendIPConfiguration/site' }],
    },
  },
})
