import { changed } from './change.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

const gateway = changed(appliances, ['loadBalancer/lb', 'sku', 'Gateway'])
const all = 'loadBalancingRule/all'

export const gatewayRuleInvalid: Example = {
  before: changed(gateway, [all, 'protocol', 'Tcp'], [all, 'frontendPort', 22], [all, 'backendPort', 22]),
  after: gateway,
  change: 'The rule takes every port and protocol.',
}
