import { cluster, linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { weakHostReceiveDisabled } from './weak-host-receive-disabled.ts'

const web = 'loadBalancingRule/web'
const nic1 = ['networkInterface/vm1-nic', 'guest.weakHostReceive', false] as const

testLintRule(weakHostReceiveDisabled, {
  valid: {
    'the switch is on': windowsPair,
    'Linux has no such switch': linuxPair,
    'a cluster address on the NIC itself': cluster,
    'floating IP is off': changed(windowsPair, nic1, [web, 'enableFloatingIP', false]),
  },
  invalid: {
    'the switch is off on one NIC': {
      document: changed(windowsPair, nic1),
      finds: [{ resource: web, class: 'traffic', related: ['networkInterface/vm1-nic'], fixes: 1 }],
    },
    'off on both': {
      document: changed(windowsPair, nic1, ['networkInterface/vm2-nic', 'guest.weakHostReceive', undefined]),
      finds: [{ resource: web, related: ['networkInterface/vm1-nic', 'networkInterface/vm2-nic'], fixes: 3 }],
    },
    'nothing is known of the NIC in the guest': {
      document: changed(windowsPair, ['networkInterface/vm1-nic', 'guest', undefined]),
      finds: [{ resource: web, related: ['networkInterface/vm1-nic'], fixes: 1 }],
    },
  },
})
