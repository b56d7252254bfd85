import { cluster, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { clusterAddressWithoutFloatingIp } from './cluster-address-without-floating-ip.ts'

const sql = 'loadBalancingRule/sql'
const off = changed(cluster, [sql, 'enableFloatingIP', false])

testLintRule(clusterAddressWithoutFloatingIp, {
  valid: {
    'floating IP is on': cluster,
    'no cluster address': changed(linuxPair, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  },
  invalid: {
    'floating IP is off': {
      document: off,
      finds: [
        {
          resource: sql,
          severity: 'warning',
          path: 'enableFloatingIP',
          related: ['frontendIPConfiguration/listener'],
          fixes: 1,
        },
      ],
    },
    'and every member answers the probe': {
      document: changed(off, ['probe/cluster', 'port', 1433]),
      finds: [{ resource: sql, fixes: 1 }],
    },
  },
})
