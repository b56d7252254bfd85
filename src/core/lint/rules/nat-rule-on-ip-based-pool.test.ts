import type { Resources } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { natRuleOnIpBasedPool } from './nat-rule-on-ip-based-pool.ts'

const pool = 'backendAddressPool/pool'
const ssh = 'inboundNatRule/ssh'
const nat = {
  [ssh]: {
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
const link = {
  'privateLinkService/pls': {
    name: 'pls',
    loadBalancerFrontendIpConfigurations: ['frontendIPConfiguration/site'],
  },
} satisfies Resources
const plus = (more: Resources) => ({ ...linuxPair, resources: { ...linuxPair.resources, ...more } })
const byAddress = (document: typeof linuxPair, ...addresses: readonly string[]) =>
  changed(
    document,
    [pool, 'backendIPConfigurations', undefined],
    [pool, 'loadBalancerBackendAddresses', addresses.map((ipAddress) => ({ name: ipAddress, ipAddress }))],
  )

testLintRule(natRuleOnIpBasedPool, {
  valid: {
    'a pool by address alone': byAddress(linuxPair, '10.0.0.4'),
    'NIC members': plus({ ...nat, ...link }),
    'a NAT rule to one IP configuration': changed(byAddress(plus(nat), '10.0.0.4'), [
      ssh,
      'backendIPConfiguration',
      'ipConfiguration/vm1-nic-ipconfig1',
    ]),
  },
  invalid: {
    'a NAT rule to addresses of guests': {
      document: byAddress(plus(nat), '10.0.0.4', '10.0.0.5'),
      finds: [{ resource: ssh, class: 'deployment', related: [pool], fixes: 1 }],
    },
    'a NAT rule to an address of nobody': {
      document: byAddress(plus(nat), '10.0.0.4', '10.0.0.77'),
      finds: [{ resource: ssh, path: 'backendAddressPool', fixes: 0 }],
    },
    'a Private Link service': {
      document: byAddress(plus(link), '10.0.0.4', '10.0.0.5'),
      finds: [{ resource: 'privateLinkService/pls', related: [pool], fixes: 1 }],
    },
  },
})
