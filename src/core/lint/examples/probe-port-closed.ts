import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const probePortClosed: Example = {
  before: changed(linuxPair, ['listener/vm1-2', 'enabled', false]),
  after: linuxPair,
  change: 'A service of vm1 listens at the probe’s port 8080.',
}
