import { linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { loopbackWeakHostReceiveDisabled } from './loopback-weak-host-receive-disabled.ts'

testLintRule(loopbackWeakHostReceiveDisabled, {
  valid: { 'the switch is on': windowsPair, 'Linux has no such switch': linuxPair },
  invalid: {
    'the switch is off': {
      document: changed(windowsPair, ['loopbackInterface/vm2-lo', 'weakHostReceive', false]),
      finds: [
        {
          resource: 'loopbackInterface/vm2-lo',
          severity: 'warning',
          class: 'advice',
          path: 'weakHostReceive',
          fixes: 1,
        },
      ],
    },
  },
})
