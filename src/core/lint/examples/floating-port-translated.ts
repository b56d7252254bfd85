import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const floatingPortTranslated: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'backendPort', 8080]),
  after: linuxPair,
  change: 'Frontend port and backend port are the same.',
}
