import { linuxPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { replyLeavesOtherInterface } from './reply-leaves-other-interface.ts'

const noRoutes = ['virtualMachine/vm1', 'guest.policyRoutes', undefined] as const

testLintRule(replyLeavesOtherInterface, {
  valid: {
    'one NIC': linuxPair,
    'a policy route back': twoNics,
    'the default route is behind the load balancer': changed(twoNics, noRoutes, [
      'virtualMachine/vm1',
      'guest.defaultNetworkInterface',
      'networkInterface/vm1-nic2',
    ]),
  },
  invalid: {
    'the first NIC answers': {
      document: changed(twoNics, noRoutes),
      finds: [{ resource: 'loadBalancingRule/web', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'a policy route through the wrong NIC': {
      document: changed(twoNics, [
        'virtualMachine/vm1',
        'guest.policyRoutes.0.networkInterface',
        'networkInterface/vm1-nic',
      ]),
      finds: [{ resource: 'loadBalancingRule/web', fixes: 1 }],
    },
  },
})
