import { changed } from './change.ts'
import { twoSites } from './documents.ts'
import type { Example } from './example.ts'

export const frontendPortReused: Example = {
  before: changed(
    twoSites,
    ['loadBalancingRule/other', 'frontendIPConfiguration', 'frontendIPConfiguration/site'],
    ['loadBalancingRule/other', 'backendPort', 8080],
  ),
  after: twoSites,
  change: 'The second rule has a frontend of its own.',
}
