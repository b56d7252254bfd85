import { cluster, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { clusterAddressOwnerCount } from './cluster-address-owner-count.ts'

const listener = 'frontendIPConfiguration/listener'
const nobody = ['networkInterface/vm1-nic', 'guest.addresses', []] as const

testLintRule(clusterAddressOwnerCount, {
  valid: {
    'one holder': cluster,
    'an address for every member': linuxPair,
    'a guest that may hold it is unknown': changed(cluster, nobody, [
      'virtualMachine/vm2',
      'guest',
      undefined,
    ]),
    'floating IP is off and nobody needs it': changed(cluster, nobody, [
      'loadBalancingRule/sql',
      'enableFloatingIP',
      false,
    ]),
  },
  invalid: {
    'nobody holds it': {
      document: changed(cluster, nobody),
      finds: [
        {
          resource: listener,
          severity: 'error',
          class: 'traffic',
          related: ['virtualMachine/vm1', 'virtualMachine/vm2'],
          fixes: 2,
        },
      ],
    },
    'two hold it': {
      document: changed(
        cluster,
        ['networkInterface/vm2-nic', 'guest.addresses', ['10.0.0.10/32']],
        ['listener/vm2-1', 'port', 59_999],
      ),
      finds: [
        {
          resource: listener,
          severity: 'error',
          class: 'hazard',
          related: ['virtualMachine/vm1', 'virtualMachine/vm2'],
          fixes: 2,
        },
      ],
    },
  },
})
