import { balance, documentOf, internalFrontend } from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const two = documentOf(
  'Two load balancers',
  linuxPair.resources,
  {
    'loadBalancer/second': { name: 'second', sku: 'Standard' },
    'backendAddressPool/second': {
      name: 'second',
      loadBalancer: 'loadBalancer/second',
      backendIPConfigurations: ['ipConfiguration/vm2-nic-ipconfig1'],
    },
    'probe/second': {
      name: 'second',
      loadBalancer: 'loadBalancer/second',
      protocol: 'Tcp',
      port: 8080,
      intervalInSeconds: 5,
    },
  } satisfies Resources,
  internalFrontend('second', '10.0.0.101', { loadBalancer: 'loadBalancer/second' }),
  balance('other', 'second', 80, {
    loadBalancer: 'loadBalancer/second',
    backendAddressPool: 'backendAddressPool/second',
    probe: 'probe/second',
    enableFloatingIP: false,
  }),
)

export const secondLoadBalancerOfKind: Example = {
  before: two,
  after: changed(two, [
    'backendAddressPool/pool',
    'backendIPConfigurations',
    ['ipConfiguration/vm1-nic-ipconfig1'],
  ]),
  change: 'Each load balancer has a machine of its own.',
}
