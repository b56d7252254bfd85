import { linuxPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probeReplyLeavesOtherInterface } from './probe-reply-leaves-other-interface.ts'

testLintRule(probeReplyLeavesOtherInterface, {
  valid: { 'one NIC': linuxPair, 'a policy route back': twoNics },
  invalid: {
    'no policy route for the probed address': {
      document: changed(twoNics, ['virtualMachine/vm1', 'guest.policyRoutes.1', undefined]),
      finds: [{ resource: 'probe/health', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
  },
})
