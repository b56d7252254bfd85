import type { Resources } from '../../topology/document.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { featureRetiring } from './feature-retiring.ts'

const health = 'probe/health'
const natRule = {
  'inboundNatRule/ssh': {
    name: 'ssh',
    loadBalancer: 'loadBalancer/lb',
    frontendIPConfiguration: 'frontendIPConfiguration/site',
    protocol: 'Tcp',
    backendPort: 22,
    enableFloatingIP: false,
    backendAddressPool: 'backendAddressPool/pool',
    frontendPortRangeStart: 5000,
    frontendPortRangeEnd: 5009,
  },
} satisfies Resources
const withNat = { ...linuxPair, resources: { ...linuxPair.resources, ...natRule } }

testLintRule(featureRetiring, {
  valid: {
    'nothing of it': linuxPair,
    'a NAT rule to a pool': withNat,
    'a number of probes alone, which another lint rule reports': changed(linuxPair, [
      health,
      'numberOfProbes',
      2,
    ]),
  },
  invalid: {
    'a NAT rule to one IP configuration': {
      document: changed(
        withNat,
        ['inboundNatRule/ssh', 'backendAddressPool', undefined],
        ['inboundNatRule/ssh', 'backendIPConfiguration', 'ipConfiguration/vm1-nic-ipconfig1'],
      ),
      finds: [{ resource: 'inboundNatRule/ssh', severity: 'info', fixes: 0 }],
    },
    'a number of probes beside the threshold': {
      document: changed(linuxPair, [health, 'numberOfProbes', 2], [health, 'probeThreshold', 2]),
      finds: [{ resource: health, class: 'advice', path: 'numberOfProbes', fixes: 1 }],
    },
  },
})
