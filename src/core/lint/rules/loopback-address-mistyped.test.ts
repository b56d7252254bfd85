import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { loopbackAddressMistyped } from './loopback-address-mistyped.ts'

const lo = 'loopbackInterface/vm1-lo'
const holding = (...addresses: readonly string[]) => changed(linuxPair, [lo, 'addresses', addresses])

testLintRule(loopbackAddressMistyped, {
  valid: {
    'the right address': linuxPair,
    'the right address and another one': holding('10.0.0.100/32', '10.0.0.10/32'),
    'something quite different': holding('192.168.7.1/32'),
    nothing: holding(),
  },
  invalid: {
    'one octet': {
      document: holding('10.0.0.10/32'),
      finds: [
        {
          resource: lo,
          severity: 'warning',
          path: 'addresses.0',
          related: ['virtualMachine/vm1'],
          message:
            'lo of vm1 holds 10.0.0.10, which is no frontend’s address; 10.0.0.100 is missing there and looks much the same.',
          fixes: 1,
        },
      ],
    },
    'two digits that changed places': {
      document: changed(
        holding('10.1.0.35/32'),
        ['frontendIPConfiguration/site', 'privateIPAddress', '10.0.1.53'],
        [lo, 'addresses', ['10.0.1.35/32']],
      ),
      finds: [{ resource: lo, fixes: 1 }],
    },
  },
})
