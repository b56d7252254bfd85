import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

export const securityRuleDeniesClients: Example = {
  before: changed(publicPair, ['networkSecurityGroup/nsg', 'securityRules', []]),
  after: publicPair,
  change: 'A security rule lets port 80 in.',
}
