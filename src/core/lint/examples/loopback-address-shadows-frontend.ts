import { changed } from './change.ts'
import { twoSites } from './documents.ts'
import type { Example } from './example.ts'

const plain = changed(
  twoSites,
  ['loadBalancingRule/other', 'enableFloatingIP', false],
  ['loadBalancingRule/other', 'backendPort', 8080],
  ['loopbackInterface/vm2-lo', 'addresses', ['10.0.0.100/32']],
)

export const loopbackAddressShadowsFrontend: Example = {
  before: plain,
  after: changed(plain, ['loopbackInterface/vm1-lo', 'addresses', ['10.0.0.100/32']]),
  change: 'vm1 no longer holds 10.0.0.101, whose rule does not float.',
}
