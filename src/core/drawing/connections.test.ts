import { expect, it } from 'vitest'
import { twoTlsSites } from '../scenarios/two-tls-sites.ts'
import { patch } from '../topology/document.ts'
import { resolve } from '../topology/model.ts'
import { connectionsOf, syntheticClients } from './connections.ts'

const linesOf = (document: typeof twoTlsSites) => {
  const model = resolve(document)
  return connectionsOf(model, syntheticClients(model)).map(({ id, style }) => `${id} ${style}`)
}

it('draws a line for each reference of the first example', () => {
  expect(linesOf(twoTlsSites)).toEqual([
    'client/app-tier>frontendIPConfiguration/site-a plain',
    'client/app-tier>frontendIPConfiguration/site-b plain',
    'frontendIPConfiguration/site-a>loadBalancingRule/https-a plain',
    'loadBalancingRule/https-a>backendAddressPool/web-pool plain',
    'frontendIPConfiguration/site-b>loadBalancingRule/https-b plain',
    'loadBalancingRule/https-b>backendAddressPool/web-pool plain',
    'backendAddressPool/web-pool>virtualMachine/web1 thin',
    'backendAddressPool/web-pool>virtualMachine/web2 thin',
  ])
})

it('draws no line to what is not there', () => {
  const broken = patch(twoTlsSites, 'loadBalancingRule/https-a', {
    frontendIPConfiguration: 'frontendIPConfiguration/gone',
    backendAddressPool: 'backendAddressPool/gone',
  })
  expect(linesOf(broken).filter((line) => line.includes('https-a') || line.includes('gone'))).toEqual([])
})

it('joins an inbound NAT rule with its frontend and its VM', () => {
  const withNat = {
    ...twoTlsSites,
    resources: {
      ...twoTlsSites.resources,
      'inboundNatRule/ssh': {
        name: 'ssh',
        frontendIPConfiguration: 'frontendIPConfiguration/site-a',
        backendIPConfiguration: 'ipConfiguration/web1-ipconfig1',
      },
    },
  } as typeof twoTlsSites
  expect(linesOf(withNat).filter((line) => line.includes('ssh'))).toEqual([
    'frontendIPConfiguration/site-a>inboundNatRule/ssh plain',
    'inboundNatRule/ssh>virtualMachine/web1 plain',
  ])
})
