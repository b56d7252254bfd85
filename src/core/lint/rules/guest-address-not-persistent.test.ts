import { linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { guestAddressNotPersistent } from './guest-address-not-persistent.ts'

const lo = 'loopbackInterface/vm1-lo'
const lost = changed(linuxPair, [lo, 'persistent', false])

testLintRule(guestAddressNotPersistent, {
  valid: {
    'nobody has said': linuxPair,
    persistent: changed(linuxPair, [lo, 'persistent', true]),
    Windows: changed(windowsPair, [lo, 'persistent', false]),
    'an address of no frontend': changed(lost, [lo, 'addresses', ['10.9.9.9/32']]),
  },
  invalid: {
    'not persistent': {
      document: lost,
      finds: [
        { resource: lo, severity: 'warning', path: 'persistent', related: ['virtualMachine/vm1'], fixes: 1 },
      ],
    },
  },
})
