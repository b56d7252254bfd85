import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const web = 'loadBalancingRule/web'

export const haPortsUnsupported: Example = {
  before: changed(publicPair, [web, 'protocol', 'All'], [web, 'frontendPort', 0], [web, 'backendPort', 0]),
  after: publicPair,
  change: 'The rule of the public frontend takes one port of one protocol.',
}
