import { cluster, linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { weakHostSendDisabled } from './weak-host-send-disabled.ts'

const loopback = ['loopbackInterface/vm1-lo', 'weakHostSend', false] as const

testLintRule(weakHostSendDisabled, {
  valid: {
    'the switch is on': windowsPair,
    'Linux has no such switch': linuxPair,
    'a cluster address on the NIC itself': cluster,
    'floating IP is off': changed(windowsPair, loopback, [
      'loadBalancingRule/web',
      'enableFloatingIP',
      false,
    ]),
  },
  invalid: {
    'the switch is off on the loopback adapter': {
      document: changed(windowsPair, loopback),
      finds: [{ resource: 'loadBalancingRule/web', related: ['loopbackInterface/vm1-lo'], fixes: 1 }],
    },
  },
})
