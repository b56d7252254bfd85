import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { twoSites } from './documents.ts'
import type { Example } from './example.ts'

const lb2 = 'loadBalancer/lb2'
const rule = 'loadBalancingRule/other'
const twoBalancers = changed(
  documentOf('Two load balancers', twoSites.resources, {
    [lb2]: { name: 'lb2', sku: 'Standard' },
    'probe/health2': {
      name: 'health2',
      loadBalancer: lb2,
      protocol: 'Tcp',
      port: 8080,
      intervalInSeconds: 5,
    },
    'backendAddressPool/second': {
      name: 'second',
      loadBalancer: lb2,
      backendIPConfigurations: ['ipConfiguration/vm1-nic-ipconfig1', 'ipConfiguration/vm2-nic-ipconfig1'],
    },
  }),
  ['frontendIPConfiguration/second', 'loadBalancer', lb2],
  [rule, 'loadBalancer', lb2],
  [rule, 'probe', 'probe/health2'],
  [rule, 'backendAddressPool', 'backendAddressPool/second'],
)

export const backendPortReusedAcrossLoadBalancers: Example = {
  before: changed(
    twoBalancers,
    ['loadBalancingRule/web', 'enableFloatingIP', false],
    [rule, 'enableFloatingIP', false],
  ),
  after: twoBalancers,
  change: 'Both rules float, so the guests tell them apart by address.',
}
