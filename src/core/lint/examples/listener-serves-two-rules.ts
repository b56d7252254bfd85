import { changed } from './change.ts'
import { twoSites } from './documents.ts'
import type { Example } from './example.ts'

const mixed = changed(twoSites, ['loadBalancingRule/other', 'enableFloatingIP', false])

export const listenerServesTwoRules: Example = {
  before: mixed,
  after: twoSites,
  change: 'Both rules float, so the service can tell them apart by the address.',
}
