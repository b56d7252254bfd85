import { changed } from './change.ts'
import { twoSites } from './documents.ts'
import type { Example } from './example.ts'

export const backendPortReused: Example = {
  before: changed(
    twoSites,
    ['loadBalancingRule/web', 'enableFloatingIP', false],
    ['loadBalancingRule/other', 'enableFloatingIP', false],
  ),
  after: twoSites,
  change: 'Both rules float, so packets keep the address by which the guest tells the sites apart.',
}
