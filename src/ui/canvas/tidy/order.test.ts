import { expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import type { TopologyDocument } from '../../../core/topology/document.ts'
import { resolve } from '../../../core/topology/model.ts'
import { leastCrossings } from './order.ts'

/** Two sites, the pool of each with one machine; the machines stand in the document the other way round. */
const crossed = {
  version: 1,
  name: '',
  layout: {},
  resources: {
    'loadBalancer/lb': { name: 'lb' },
    ...Object.fromEntries(
      ['a', 'b'].flatMap((site) => [
        [`frontendIPConfiguration/${site}`, { name: site, loadBalancer: 'loadBalancer/lb' }],
        [
          `loadBalancingRule/${site}`,
          {
            name: site,
            loadBalancer: 'loadBalancer/lb',
            frontendIPConfiguration: `frontendIPConfiguration/${site}`,
            backendAddressPool: `backendAddressPool/${site}`,
          },
        ],
        [
          `backendAddressPool/${site}`,
          {
            name: site,
            loadBalancer: 'loadBalancer/lb',
            backendIPConfigurations: [`ipConfiguration/${site}`],
          },
        ],
      ]),
    ),
    ...Object.fromEntries(
      ['b', 'a'].flatMap((site) => [
        [`virtualMachine/${site}`, { name: site }],
        [`networkInterface/${site}`, { name: site, virtualMachine: `virtualMachine/${site}` }],
        [`ipConfiguration/${site}`, { name: site, networkInterface: `networkInterface/${site}` }],
      ]),
    ),
  },
} as unknown as TopologyDocument

it('puts machines in the order of their pools, rules and frontends, so that no line crosses another', () => {
  const order = leastCrossings(resolve(crossed))
  const isFirst = (type: string) => (order.get(`${type}/a`) ?? 0) < (order.get(`${type}/b`) ?? 0)
  const types = ['frontendIPConfiguration', 'loadBalancingRule', 'backendAddressPool', 'virtualMachine']
  expect(new Set(types.map(isFirst)).size).toBe(1)
  expect(order.has('loadBalancer/lb')).toBe(false)
})

it('leaves the order of the document where nothing crosses', () => {
  const order = leastCrossings(resolve(twoTlsSites))
  const ids = ['frontendIPConfiguration/site-a', 'frontendIPConfiguration/site-b']
  expect(order.get(ids[0] ?? '')).toBeLessThan(order.get(ids[1] ?? '') ?? 0)
})
