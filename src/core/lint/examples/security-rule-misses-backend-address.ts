import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const off = ['loadBalancingRule/web', 'enableFloatingIP', false] as const
const to = (address: string) =>
  ['networkSecurityGroup/nsg', 'securityRules.0.destinationAddressPrefixes', [address]] as const

export const securityRuleMissesBackendAddress: Example = {
  before: changed(publicPair, off, to('65.52.0.1')),
  after: changed(publicPair, off, to('10.0.0.0/24')),
  change: 'The security rule lets packets to the addresses of the NICs in, with which they arrive.',
}
