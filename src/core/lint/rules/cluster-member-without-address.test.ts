import { cluster, linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { clusterMemberWithoutAddress } from './cluster-member-without-address.ts'

const sql = 'loadBalancingRule/sql'
const both = ['probe/cluster', 'port', 1433] as const

testLintRule(clusterMemberWithoutAddress, {
  valid: {
    'only the holder answers the probe': cluster,
    'an address for every member': without(linuxPair, 'loopbackInterface/vm1-lo'),
    'floating IP is off': changed(cluster, both, [sql, 'enableFloatingIP', false]),
  },
  invalid: {
    'every member answers the probe': {
      document: changed(cluster, both),
      finds: [{ resource: sql, related: ['virtualMachine/vm2'], fixes: 2 }],
    },
    'no probe': {
      document: changed(cluster, [sql, 'probe', undefined]),
      finds: [{ resource: sql, path: 'probe', related: ['virtualMachine/vm2'], fixes: 2 }],
    },
  },
})
