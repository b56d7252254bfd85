import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const http = ['probe/health', 'protocol', 'Http'] as const

export const probeRequestPathMismatch: Example = {
  before: changed(linuxPair, http),
  after: changed(linuxPair, http, ['probe/health', 'requestPath', '/healthz']),
  change: 'The HTTP probe has a path to ask for.',
}
