import { linuxPair, twoSites } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { loopbackAddressShadowsFrontend } from './loopback-address-shadows-frontend.ts'

const off = ['loadBalancingRule/other', 'enableFloatingIP', false] as const
const vm2 = ['loopbackInterface/vm2-lo', 'addresses', ['10.0.0.100/32']] as const

testLintRule(loopbackAddressShadowsFrontend, {
  valid: {
    'floating rules bring it': twoSites,
    'an address of no frontend': changed(linuxPair, [
      'loopbackInterface/vm1-lo',
      'addresses',
      ['10.0.0.100/32', '10.9.9.9/32'],
    ]),
  },
  invalid: {
    'floating IP is off': {
      document: changed(twoSites, off, vm2),
      finds: [
        {
          resource: 'loopbackInterface/vm1-lo',
          severity: 'warning',
          path: 'addresses.1',
          related: ['virtualMachine/vm1', 'loadBalancingRule/other'],
          fixes: 2,
        },
      ],
    },
    'the pool does not hold the machine': {
      document: changed(linuxPair, [
        'backendAddressPool/pool',
        'backendIPConfigurations',
        ['ipConfiguration/vm1-nic-ipconfig1'],
      ]),
      finds: [{ resource: 'loopbackInterface/vm2-lo', fixes: 1 }],
    },
  },
})
