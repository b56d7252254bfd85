import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const basicSkuRetired: Example = {
  before: changed(linuxPair, ['loadBalancer/lb', 'sku', 'Basic']),
  after: linuxPair,
  change: 'The load balancer is a Standard one.',
}
