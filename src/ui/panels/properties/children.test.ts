import { expect, it } from 'vitest'
import { twoTlsSites } from '../../../core/scenarios/two-tls-sites.ts'
import { resolve } from '../../../core/topology/model.ts'
import { childrenOf, childTypesOf, usersOf } from './children.ts'
import { referenceOptions } from './reference-options.ts'
import { qualifiedName } from './thing-label.ts'

const model = resolve(twoTlsSites)

it('knows what hangs on what', () => {
  expect(childTypesOf('virtualMachine')).toEqual(['networkInterface', 'loopbackInterface', 'listener'])
  expect(childTypesOf('networkInterface')).toEqual(['ipConfiguration'])
  expect(childTypesOf('client')).toEqual([])
  expect(childrenOf(model, 'virtualMachine/web1', 'loopbackInterface')).toEqual([
    'loopbackInterface/web1-site-a',
    'loopbackInterface/web1-site-b',
  ])
})

it('lists each user of a thing once, without its children', () => {
  expect(usersOf(model, 'probe/health')).toEqual(['loadBalancingRule/https-a', 'loadBalancingRule/https-b'])
  expect(usersOf(model, 'virtualMachine/web1')).toEqual([])
})

it('tells things of one name apart by their owners', () => {
  expect(qualifiedName(model, 'ipConfiguration/web1-ipconfig1')).toBe('web1 / ipconfig1')
  expect(qualifiedName(model, 'listener/web2-iis')).toBe('web2 / IIS')
  expect(qualifiedName(model, 'probe/health')).toBe('health')
})

it('offers things of the same load balancer before those of another', () => {
  const document = {
    ...twoTlsSites,
    resources: {
      ...twoTlsSites.resources,
      'loadBalancer/other': { name: 'other', sku: 'Standard' as const },
      'probe/other': { name: 'elsewhere', loadBalancer: 'loadBalancer/other' as const, port: 80 },
    },
  }
  const { near, others } = referenceOptions(resolve(document), 'loadBalancingRule/https-a', ['probe'])
  expect(near.map(({ label }) => label)).toEqual(['health, Tcp 8080'])
  expect(others.map(({ label }) => label)).toEqual(['elsewhere, 80'])
})
