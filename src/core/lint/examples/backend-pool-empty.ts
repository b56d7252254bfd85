import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const backendPoolEmpty: Example = {
  before: changed(linuxPair, ['backendAddressPool/pool', 'backendIPConfigurations', []]),
  after: linuxPair,
  change: 'vm1 and vm2 are members of the pool.',
}
