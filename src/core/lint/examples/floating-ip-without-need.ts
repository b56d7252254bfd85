import { changed, without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const plain = without(linuxPair, 'loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo')

export const floatingIpWithoutNeed: Example = {
  before: plain,
  after: changed(plain, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  change: 'The rule does not float, and nothing has to be done in the guests.',
}
