import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const fieldUnknown: Example = {
  before: changed(linuxPair, ['probe/health', 'colour', 'red']),
  after: linuxPair,
  change: 'The probe has only fields that Floatpath knows.',
}
