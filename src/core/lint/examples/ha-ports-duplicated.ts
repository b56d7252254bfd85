import { changed } from './change.ts'
import { haPair } from './documents.ts'
import type { Example } from './example.ts'

export const haPortsDuplicated: Example = {
  before: changed(haPair, [
    'loadBalancingRule/other',
    'frontendIPConfiguration',
    'frontendIPConfiguration/site',
  ]),
  after: haPair,
  change: 'Each HA ports rule has a frontend of its own.',
}
