import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const idleTimeoutOutOfRange: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'idleTimeoutInMinutes', 3]),
  after: changed(linuxPair, ['loadBalancingRule/web', 'idleTimeoutInMinutes', 4]),
  change: 'The idle timeout is 4 minutes, the shortest there is.',
}
