import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

export const frontendAddressSourceInvalid: Example = {
  before: changed(publicPair, ['frontendIPConfiguration/site', 'subnet', 'subnet/snet']),
  after: publicPair,
  change: 'The frontend has a public IP address and no subnet.',
}
