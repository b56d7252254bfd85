import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const probeIntervalTooShort: Example = {
  before: changed(linuxPair, ['probe/health', 'intervalInSeconds', 2]),
  after: linuxPair,
  change: 'The probe asks every 5 seconds.',
}
