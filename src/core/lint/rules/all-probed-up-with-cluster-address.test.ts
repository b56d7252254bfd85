import { cluster, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { allProbedUpWithClusterAddress } from './all-probed-up-with-cluster-address.ts'

testLintRule(allProbedUpWithClusterAddress, {
  valid: {
    'the usual behaviour': cluster,
    'said so': changed(cluster, ['probe/cluster', 'noHealthyBackendsBehavior', 'AllProbedDown']),
  },
  invalid: {
    'a cluster address': {
      document: changed(cluster, ['probe/cluster', 'noHealthyBackendsBehavior', 'AllProbedUp']),
      finds: [
        {
          resource: 'probe/cluster',
          severity: 'warning',
          related: ['frontendIPConfiguration/listener'],
          fixes: 1,
        },
      ],
    },
    'an address that every member holds': {
      document: changed(linuxPair, ['probe/health', 'noHealthyBackendsBehavior', 'AllProbedUp']),
      finds: [{ resource: 'probe/health', severity: 'info', fixes: 1 }],
    },
  },
})
