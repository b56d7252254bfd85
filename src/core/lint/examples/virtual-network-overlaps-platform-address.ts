import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const virtualNetworkOverlapsPlatformAddress: Example = {
  before: changed(linuxPair, ['virtualNetwork/vnet', 'addressPrefixes', ['10.0.0.0/16', '168.63.0.0/16']]),
  after: linuxPair,
  change: 'The address space does not hold 168.63.129.16.',
}
