import { securityRule } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const group = 'networkSecurityGroup/nsg'
const deny = [group, 'securityRules.1', securityRule('deny', 4000, { access: 'Deny' })] as const
const allow = [
  group,
  'securityRules.1',
  securityRule('probes', 3900, { sourceAddressPrefixes: ['AzureLoadBalancer'] }),
] as const

export const securityRuleBlocksProbe: Example = {
  before: changed(publicPair, deny),
  after: changed(publicPair, allow, ['networkSecurityGroup/nsg', 'securityRules.2', deny[2]]),
  change: 'A security rule before the one that denies lets AzureLoadBalancer in.',
}
