import { expect, it } from 'vitest'
import { firewallPair } from '../../core/scenarios/firewall-pair.ts'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { worstOf } from '../store/derived.ts'
import { flowsThrough } from './flows-through.ts'

const flows = intendedFlows(twoTlsSites)
const web2 = 'virtualMachine/web2'

it.each([
  ['loadBalancingRule/https-a', '10.0.0.100', null],
  ['loadBalancingRule/https-b', '10.0.0.101', web2],
  ['frontendIPConfiguration/site-b', '10.0.0.101', web2],
  ['client/app-tier', '10.0.0.101', web2],
])('plays through %s a call of %s that gets no answer, if there is one', (id, to, backend) => {
  expect(worstOf(twoTlsSites, flowsThrough(twoTlsSites, flows, id))).toEqual({
    flow: expect.objectContaining({ kind: 'inbound', to, port: 443 }),
    backend,
  })
})

it.each(['loadBalancingRule/ha-ports', 'frontendIPConfiguration/firewalls'])(
  'plays through %s of appliances what is routed to it',
  (id) => {
    const { document } = firewallPair
    const found = flowsThrough(document, intendedFlows(document), id)
    expect(found.map(({ kind }) => kind)).toContain('routed')
    expect(worstOf(document, found)).toBeDefined()
  },
)

it('nothing is played through a thing that no call is made of', () => {
  expect(flowsThrough(twoTlsSites, flows, 'virtualMachine/web1')).toEqual([])
})
