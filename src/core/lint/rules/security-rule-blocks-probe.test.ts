import {
  balance,
  documentOf,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleBlocksProbe } from './security-rule-blocks-probe.ts'

const deny = (priority: number, port = '*') =>
  [
    'networkSecurityGroup/nsg',
    'securityRules.1',
    securityRule('deny', priority, { access: 'Deny', destinationPortRanges: [port] }),
  ] as const

const six = documentOf(
  'IPv6',
  network(
    {
      addressPrefix: undefined,
      addressPrefixes: ['10.0.0.0/24', 'fd00::/64'],
      networkSecurityGroup: 'networkSecurityGroup/nsg',
    },
    { addressPrefixes: ['10.0.0.0/16', 'fd00::/48'] },
  ),
  securityGroup(securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] })),
  loadBalancer(),
  publicFrontend('site', '2603:1030::9'),
  machine(
    'vm1',
    { address: '10.0.0.4', secondary: ['fd00::4'] },
    { guest: { os: 'linux' }, loopback: ['2603:1030::9/128'], listeners: [':::80', ':::8080'] },
  ),
  pool('vm1-nic-ipconfig2'),
  probe('health', 8080),
  balance('web', 'site', 80, { probe: 'probe/health' }),
)

testLintRule(securityRuleBlocksProbe, {
  valid: {
    'no group on an internal load balancer': linuxPair,
    'the default rules let probes through': publicPair,
  },
  invalid: {
    'no rule lets the IPv6 probe in': {
      document: six,
      finds: [
        {
          resource: 'probe/health',
          message:
            'DenyAllInBound of nsg denies the IPv6 probe (from fe80::1234:5678:9abc) health of vm1, so the load balancer sends no packets there.',
          fixes: 1,
        },
      ],
    },
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
