import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const allocated = (method: string) =>
  changed(linuxPair, ['frontendIPConfiguration/site', 'privateIPAllocationMethod', method])

export const frontendAddressDynamic: Example = {
  before: allocated('Dynamic'),
  after: allocated('Static'),
  change: 'The frontend keeps 10.0.0.100, which the guests hold, whatever happens.',
}
