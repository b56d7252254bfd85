import { cluster, dns, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { probePortClosed } from './probe-port-closed.ts'

testLintRule(probePortClosed, {
  valid: {
    'the port is open': linuxPair,
    'a cluster probe that only the holder answers': cluster,
    'a TCP probe for a UDP rule': dns,
    'no rule uses the probe': changed(
      linuxPair,
      ['listener/vm1-2', 'port', 81],
      ['loadBalancingRule/web', 'probe', undefined],
    ),
    'bound to the frontend address, which has a lint rule of its own': changed(linuxPair, [
      'listener/vm1-2',
      'address',
      '10.0.0.100',
    ]),
  },
  invalid: {
    'nothing listens': {
      document: changed(linuxPair, ['listener/vm1-2', 'enabled', false]),
      finds: [{ resource: 'probe/health', path: 'port', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'nothing listens on both': {
      document: changed(linuxPair, ['probe/health', 'port', 81]),
      finds: [{ resource: 'probe/health', related: ['virtualMachine/vm1', 'virtualMachine/vm2'], fixes: 3 }],
    },
    'the holder of a cluster address does not answer': {
      document: changed(cluster, ['listener/vm1-2', 'enabled', false]),
      finds: [{ resource: 'probe/cluster', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
  },
})
