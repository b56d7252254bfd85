import { linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { loopbackPrefixCapturesSubnet } from './loopback-prefix-captures-subnet.ts'

const lo = 'loopbackInterface/vm1-lo'
const short = [lo, 'addresses.0', '10.0.0.100/24'] as const

testLintRule(loopbackPrefixCapturesSubnet, {
  valid: {
    '/32': linuxPair,
    'a dummy interface': changed(linuxPair, [lo, 'name', 'dummy0'], short),
    Windows: changed(windowsPair, short),
    'the loopback prefix that every machine has': changed(linuxPair, [lo, 'addresses.1', '127.0.0.1/8']),
    'an IPv6 prefix': changed(linuxPair, [lo, 'addresses.1', 'fd00::1/64']),
  },
  invalid: {
    'clients of the subnet are inside': {
      document: changed(linuxPair, short),
      finds: [
        {
          resource: lo,
          severity: 'error',
          class: 'traffic',
          path: 'addresses.0',
          related: ['virtualMachine/vm1'],
          fixes: 1,
        },
      ],
    },
    'lo:0 is a label of addresses on lo': {
      document: changed(linuxPair, [lo, 'name', 'lo:0'], short),
      finds: [{ resource: lo, severity: 'error', path: 'addresses.0', fixes: 1 }],
    },
    'a longer prefix than the subnet’s on a dummy': {
      document: changed(linuxPair, [lo, 'name', 'dummy0'], [lo, 'addresses.1', '10.0.0.129/25']),
      finds: [{ resource: lo, severity: 'error', path: 'addresses.1', fixes: 1 }],
    },
    'nobody who calls is inside': {
      document: changed(linuxPair, [lo, 'addresses.1', '192.168.7.1/24']),
      finds: [{ resource: lo, severity: 'warning', class: 'advice', path: 'addresses.1' }],
    },
  },
})
