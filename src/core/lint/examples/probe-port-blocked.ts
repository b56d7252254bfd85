import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const health = 'probe/health'
const http = (port: number) =>
  changed(
    linuxPair,
    [health, 'protocol', 'Http'],
    [health, 'requestPath', '/'],
    [health, 'port', port],
    ['listener/vm1-2', 'port', port],
    ['listener/vm2-2', 'port', port],
  )

export const probePortBlocked: Example = {
  before: http(25),
  after: http(8080),
  change: 'The HTTP probe asks a port that is not kept for mail.',
}
