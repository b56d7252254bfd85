import { securityRule } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleBlocksProbe } from './security-rule-blocks-probe.ts'

const deny = (priority: number, port = '*') =>
  [
    'networkSecurityGroup/nsg',
    'securityRules.1',
    securityRule('deny', priority, { access: 'Deny', destinationPortRanges: [port] }),
  ] as const

testLintRule(securityRuleBlocksProbe, {
  valid: {
    'no group on an internal load balancer': linuxPair,
    'the default rules let probes through': publicPair,
  },
  invalid: {
    'everything else is denied': {
      document: changed(publicPair, deny(4000)),
      finds: [
        { resource: 'probe/health', related: ['networkSecurityGroup/nsg', 'virtualMachine/vm1'], fixes: 1 },
      ],
    },
    'the highest priority is taken': {
      document: changed(
        publicPair,
        ['networkSecurityGroup/nsg', 'securityRules.0.priority', 101],
        deny(102, '8080'),
      ),
      finds: [{ resource: 'probe/health', fixes: 1 }],
    },
    'denied right at the top': {
      document: changed(
        publicPair,
        ['networkSecurityGroup/nsg', 'securityRules.0.priority', 101],
        deny(100, '8080'),
      ),
      finds: [{ resource: 'probe/health', fixes: 1 }],
    },
  },
})
