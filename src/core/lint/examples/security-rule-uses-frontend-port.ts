import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const frontendPort = ['loadBalancingRule/web', 'frontendPort', 8000] as const

export const securityRuleUsesFrontendPort: Example = {
  before: changed(publicPair, frontendPort, [
    'networkSecurityGroup/nsg',
    'securityRules.0.destinationPortRanges',
    ['8000'],
  ]),
  after: changed(publicPair, frontendPort),
  change: 'The security rule lets the backend port 80 in.',
}
