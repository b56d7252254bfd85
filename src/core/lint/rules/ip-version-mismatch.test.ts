import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { ipVersionMismatch } from './ip-version-mismatch.ts'

testLintRule(ipVersionMismatch, {
  valid: { 'IPv4 and IPv4': linuxPair },
  invalid: {
    'IPv6 to IPv4': {
      document: changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAddress', 'fd00::100']),
      finds: [
        { resource: 'loadBalancingRule/web', class: 'deployment', related: ['virtualMachine/vm1'], fixes: 0 },
      ],
    },
  },
})
