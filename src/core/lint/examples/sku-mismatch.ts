import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

export const skuMismatch: Example = {
  before: changed(publicPair, ['publicIPAddress/site', 'sku', 'Basic']),
  after: publicPair,
  change: 'The public IP address is a Standard one like the load balancer.',
}
