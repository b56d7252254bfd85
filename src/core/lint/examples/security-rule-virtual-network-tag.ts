import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const to = (address: string) =>
  ['networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes', [address]] as const

export const securityRuleVirtualNetworkTag: Example = {
  before: changed(publicPair, to('VirtualNetwork')),
  after: changed(publicPair, to('65.52.0.1')),
  change: 'The security rule names 65.52.0.1 instead of the tag VirtualNetwork.',
}
