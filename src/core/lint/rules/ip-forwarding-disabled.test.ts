import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { ipForwardingDisabled } from './ip-forwarding-disabled.ts'

const nic = ['networkInterface/nva1-nic', 'enableIPForwarding', false] as const

testLintRule(ipForwardingDisabled, {
  valid: {
    'NIC and guest forward': appliances,
    'no HA ports rule': linuxPair,
    'no route points at the frontend': changed(appliances, nic, ['routeTable/spoke', 'routes', []]),
  },
  invalid: {
    'the NIC does not': {
      document: changed(appliances, nic),
      finds: [
        {
          resource: 'loadBalancingRule/all',
          class: 'traffic',
          related: ['virtualMachine/nva1', 'networkInterface/nva1-nic'],
          fixes: 1,
        },
      ],
    },
    'the guests do not': {
      document: changed(
        appliances,
        ['virtualMachine/nva1', 'guest.ipForwarding', false],
        ['virtualMachine/nva2', 'guest.ipForwarding', undefined],
      ),
      finds: [{ resource: 'loadBalancingRule/all', related: ['virtualMachine/nva2'], fixes: 3 }],
    },
  },
})
