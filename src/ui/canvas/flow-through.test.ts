import { expect, it } from 'vitest'
import { twoTlsSites } from '../../core/scenarios/two-tls-sites.ts'
import { intendedFlows } from '../../core/simulator/intended-flows.ts'
import { flowThrough } from './flow-through.ts'

const flows = intendedFlows(twoTlsSites)

it.each([
  ['loadBalancingRule/https-b', '10.0.0.101'],
  ['frontendIPConfiguration/site-b', '10.0.0.101'],
  ['client/app-tier', '10.0.0.100'],
  ['virtualMachine/web1', undefined],
])('plays through %s a call of %s', (id, to) => {
  expect(flowThrough(twoTlsSites, flows, id)).toEqual(
    to && expect.objectContaining({ kind: 'inbound', to, port: 443 }),
  )
})
