import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const group = 'networkSecurityGroup/nsg'

export const securityRuleAllowsProbeOnly: Example = {
  before: changed(publicPair, [group, 'securityRules.0.sourceAddressPrefixes', ['AzureLoadBalancer']]),
  after: changed(publicPair, [group, 'securityRules.0.sourceAddressPrefixes', ['Internet']]),
  change: 'The security rule names the clients, whose addresses stay the source of their packets.',
}
