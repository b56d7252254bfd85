import { balance, documentOf, internalFrontend } from '../../scenarios/builder.ts'
import { cluster, twoSites } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { clusterProbeShared } from './cluster-probe-shared.ts'

/** A second cluster address that vm1 holds too. */
const together = documentOf(
  'two listeners',
  changed(cluster, ['networkInterface/vm1-nic', 'guest.addresses', ['10.0.0.10/32', '10.0.0.11/32']])
    .resources,
  internalFrontend('second', '10.0.0.11', { guest: { addressOwnership: 'one-member' } }),
  balance('report', 'second', 1433, { probe: 'probe/cluster' }),
)
const apart = documentOf(
  'apart',
  changed(
    together,
    ['networkInterface/vm1-nic', 'guest.addresses', ['10.0.0.10/32']],
    ['networkInterface/vm2-nic', 'guest.addresses', ['10.0.0.11/32']],
  ).resources,
  {
    'listener/vm2-probe': {
      name: 'probe',
      virtualMachine: 'virtualMachine/vm2',
      protocol: 'Tcp',
      address: '0.0.0.0',
      port: 59_999,
    },
  },
)

testLintRule(clusterProbeShared, {
  valid: {
    'one cluster address': cluster,
    'addresses of every member': twoSites,
    'no probe': without(together, 'probe/cluster'),
  },
  invalid: {
    'one guest holds both': {
      document: together,
      finds: [{ resource: 'probe/cluster', severity: 'warning', class: 'advice', fixes: 1 }],
    },
    'two guests hold one each': {
      document: apart,
      finds: [
        {
          resource: 'probe/cluster',
          severity: 'error',
          class: 'traffic',
          related: ['virtualMachine/vm1', 'virtualMachine/vm2', 'loadBalancingRule/sql'],
          fixes: 1,
        },
      ],
    },
    'without floating IP both answer': {
      document: changed(
        apart,
        ['loadBalancingRule/sql', 'enableFloatingIP', false],
        ['loadBalancingRule/report', 'enableFloatingIP', false],
        ['loadBalancingRule/report', 'backendPort', 1434],
      ),
      finds: [{ resource: 'probe/cluster', severity: 'warning' }],
    },
  },
})
