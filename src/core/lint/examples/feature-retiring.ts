import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const threshold = ['probe/health', 'probeThreshold', 2] as const

export const featureRetiring: Example = {
  before: changed(linuxPair, ['probe/health', 'numberOfProbes', 2], threshold),
  after: changed(linuxPair, threshold),
  change: 'The number of probes is gone and the probe threshold stays.',
}
