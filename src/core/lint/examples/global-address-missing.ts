import { changed } from './change.ts'
import { world } from './documents.ts'
import type { Example } from './example.ts'

export const globalAddressMissing: Example = {
  before: changed(world, ['loopbackInterface/vm2-lo', 'addresses', ['65.52.0.1/32']]),
  after: world,
  change: 'vm2 holds the global address 20.0.0.9 besides that of the region.',
}
