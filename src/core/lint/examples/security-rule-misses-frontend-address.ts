import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const to = (address: string) =>
  ['networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes', [address]] as const

export const securityRuleMissesFrontendAddress: Example = {
  before: changed(publicPair, to('10.0.0.0/24')),
  after: changed(publicPair, to('65.52.0.1')),
  change: 'The security rule lets packets to 65.52.0.1 in, the address with which they arrive.',
}
