import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

export const frontendZonesOnPublic: Example = {
  before: changed(publicPair, ['frontendIPConfiguration/site', 'zones', ['1', '2']]),
  after: changed(publicPair, ['publicIPAddress/site', 'zones', ['1', '2']]),
  change: 'The zones are those of the public IP address.',
}
