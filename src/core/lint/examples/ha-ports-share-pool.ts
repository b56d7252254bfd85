import { changed } from './change.ts'
import { haPair } from './documents.ts'
import type { Example } from './example.ts'

export const haPortsSharePool: Example = {
  before: changed(haPair, ['loadBalancingRule/other', 'enableFloatingIP', false]),
  after: haPair,
  change: 'Both HA ports rules float.',
}
