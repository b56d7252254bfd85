import { changed } from './change.ts'
import { haPair } from './documents.ts'
import type { Example } from './example.ts'

const web = 'loadBalancingRule/web'
const single = changed(haPair, [web, 'protocol', 'Tcp'], [web, 'frontendPort', 80], [web, 'backendPort', 80])

export const haPortsBesideOtherRule: Example = {
  before: changed(single, ['loadBalancingRule/other', 'enableFloatingIP', false]),
  after: single,
  change: 'Both rules float.',
}
