import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

export const idleTimeoutWithFloatingIp: Example = {
  before: changed(linuxPair, ['loadBalancingRule/web', 'idleTimeoutInMinutes', 30]),
  after: changed(linuxPair, ['loadBalancingRule/web', 'idleTimeoutInMinutes', 4]),
  change: 'The idle timeout is the usual one, and the service has to keep its connections alive.',
}
