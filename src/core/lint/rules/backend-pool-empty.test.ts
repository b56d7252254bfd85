import { sqlAvailabilityGroup } from '../../scenarios/sql-availability-group.ts'
import type { TopologyDocument } from '../../topology/document.ts'
import { appliances, linuxPair, twoNics } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { backendPoolEmpty } from './backend-pool-empty.ts'

const web = 'loadBalancingRule/web'

/** A pool in which the admin state of some members is down. */
const paused = (document: TopologyDocument, ...machines: readonly string[]) =>
  changed(document, [
    'backendAddressPool/pool',
    'loadBalancerBackendAddresses',
    machines.map((name) => ({
      name,
      networkInterfaceIPConfiguration: `ipConfiguration/${name}-nic-ipconfig1`,
      adminState: 'Down',
    })),
  ])

const everyoneUp = (document: TopologyDocument, ...probes: readonly string[]) =>
  changed(document, ...probes.map((probe) => [probe, 'noHealthyBackendsBehavior', 'AllProbedUp'] as const))

const clusterFinds = (message: string) =>
  ['listener', 'cluster'].map((name) => ({
    resource: `loadBalancingRule/${name}`,
    severity: 'error' as const,
    message: message.replaceAll('$', name),
    fixes: 1,
  }))

testLintRule(backendPoolEmpty, {
  valid: {
    members: linuxPair,
    'another member is left': paused(linuxPair, 'vm1'),
    'a node that does not hold the cluster address is down': paused(sqlAvailabilityGroup.document, 'sql2'),
    'a pool that was not worked out': changed(
      linuxPair,
      [web, 'backendAddressPool', undefined],
      [web, 'unresolved', { backendAddressPool: '[x]' }],
    ),
    'a pool that is not there has a lint rule of its own': changed(linuxPair, [
      web,
      'backendAddressPool',
      'backendAddressPool/gone',
    ]),
  },
  invalid: {
    'the admin state of the holder of a cluster address is down': {
      document: paused(sqlAvailabilityGroup.document, 'sql1'),
      finds: clusterFinds(
        'The admin state of sql1 is down and no other member of $ gets packets, so packets of $ go nowhere.',
      ),
    },
    'the same where a probe counts everybody as up': {
      document: everyoneUp(paused(sqlAvailabilityGroup.document, 'sql1'), 'probe/listener', 'probe/cluster'),
      finds: clusterFinds(
        'The admin state of sql1 is down and no other member of $ gets packets, so packets of $ go to every member, also to those that do not hold its address.',
      ),
    },
    'no members': {
      document: changed(linuxPair, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
      finds: [
        {
          resource: web,
          severity: 'error',
          class: 'traffic',
          related: ['backendAddressPool/pool'],
          fixes: 2,
        },
      ],
    },
    'no members, and guests that are not prepared': {
      document: without(
        changed(linuxPair, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
        'loopbackInterface/vm1-lo',
        'listener/vm1-1',
        'listener/vm1-2',
      ),
      finds: [{ resource: web, fixes: 2 }],
    },
    'no pool': {
      document: changed(linuxPair, [web, 'backendAddressPool', undefined]),
      finds: [{ resource: web, path: 'backendAddressPool', fixes: 1 }],
    },
    'every member is down by admin state': {
      document: changed(
        linuxPair,
        ['backendAddressPool/pool', 'backendIPConfigurations', []],
        [
          'backendAddressPool/pool',
          'loadBalancerBackendAddresses',
          [{ name: 'one', ipAddress: '10.0.0.4', adminState: 'Down' }],
        ],
      ),
      finds: [{ resource: web, fixes: 1 }],
    },
    'an HA ports rule to which routes point': {
      document: changed(appliances, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
      finds: [{ resource: 'loadBalancingRule/all', severity: 'error' }],
    },
    'an HA ports rule that nobody uses': {
      document: changed(
        appliances,
        ['backendAddressPool/pool', 'backendIPConfigurations', []],
        ['routeTable/spoke', 'routes', []],
      ),
      finds: [{ resource: 'loadBalancingRule/all', severity: 'warning' }],
    },
    'a global load balancer without regions': {
      document: changed(twoNics, ['loadBalancer/lb', 'tier', 'Global']),
      finds: [{ resource: web, fixes: 0 }],
    },
  },
})
