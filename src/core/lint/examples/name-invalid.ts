import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const nameInvalid: Example = {
  before: changed(linuxPair, ['backendAddressPool/pool', 'name', 'web pool']),
  after: linuxPair,
  change: 'The name of the pool has no space.',
}
