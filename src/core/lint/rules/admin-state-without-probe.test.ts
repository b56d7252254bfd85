import type { Resources } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { adminStateWithoutProbe } from './admin-state-without-probe.ts'

const pool = 'backendAddressPool/pool'
const web = 'loadBalancingRule/web'
const entry = (adminState: string) => ({
  name: 'vm1',
  networkInterfaceIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
  adminState,
})
const nat = {
  'inboundNatRule/ssh': {
    name: 'ssh',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    protocol: 'Tcp',
    backendPort: 8080,
    enableFloatingIP: false,
    backendAddressPool: pool,
    frontendPortRangeStart: 5000,
    frontendPortRangeEnd: 5009,
  },
} satisfies Resources
const set = (adminState: string) =>
  changed(linuxPair, [pool, 'loadBalancerBackendAddresses', [entry(adminState)]])
const withNat = (document: typeof linuxPair) => ({
  ...document,
  resources: { ...document.resources, ...nat },
})
const unprobed = (document: typeof linuxPair) => changed(document, [web, 'probe', undefined])

testLintRule(adminStateWithoutProbe, {
  valid: {
    'a rule with a probe': set('Down'),
    'none, without a probe': unprobed(set('None')),
    'a NAT rule beside a probed rule': withNat(set('Down')),
    'a pool that nothing uses': without(set('Down'), web),
    'a probe that was not worked out': changed(unprobed(set('Down')), [web, 'unresolved', { probe: '[x]' }]),
  },
  invalid: {
    'a rule without a probe': {
      document: unprobed(set('Down')),
      finds: [
        {
          resource: pool,
          severity: 'warning',
          class: 'advice',
          path: 'loadBalancerBackendAddresses.0.adminState',
          related: [web],
          fixes: 1,
        },
      ],
    },
    'a NAT rule alone': {
      document: without(withNat(set('Up')), web),
      finds: [{ resource: pool, related: ['inboundNatRule/ssh'], fixes: 1 }],
    },
    'a rule with and one without a probe': {
      document: {
        ...set('Down'),
        resources: {
          ...set('Down').resources,
          'loadBalancingRule/plain': {
            name: 'plain',
            loadBalancer: 'loadBalancer/lb',
            frontendIPConfiguration: 'frontendIPConfiguration/site',
            backendAddressPool: pool,
            protocol: 'Tcp',
            frontendPort: 8080,
            backendPort: 8080,
            enableFloatingIP: true,
          },
        },
      },
      finds: [{ resource: pool, related: ['loadBalancingRule/plain'], fixes: 0 }],
    },
  },
})
