import { expect, it } from 'vitest'
import type { Pasted } from '../../core/edit/copy/paste.ts'
import { sayPasted } from './say-pasted.ts'

const web3: Pasted = { id: 'virtualMachine/web3', from: 'web1', name: 'web3', address: '10.0.0.6' }
const rule: Pasted = { id: 'loadBalancingRule/https', from: 'https', name: 'https' }

it.each<[readonly Pasted[], ReturnType<typeof sayPasted>]>([
  [[web3], { text: 'Copied web1 as web3, with 10.0.0.6.' }],
  [[rule], { text: 'Pasted https.' }],
  [
    [web3, rule],
    {
      text: 'Pasted 2 things under free names and addresses.',
      details: ['web1 is now web3, 10.0.0.6', 'https'],
    },
  ],
  [
    Array(7).fill(rule),
    { text: 'Pasted 7 things.', details: ['https', 'https', 'https', 'https', '3 more'] },
  ],
])('%j', (pasted, message) => {
  expect(sayPasted(pasted)).toEqual(message)
})

it('says what has changed inside of a copied container', () => {
  const balancer: Pasted = { id: 'loadBalancer/lb-2', from: 'lb', name: 'lb-2' }
  const site: Pasted = { id: 'frontendIPConfiguration/a', from: 'a', name: 'a', address: '10.0.0.102' }
  const without: Pasted = { id: 'frontendIPConfiguration/b', from: 'b', name: 'b' }
  expect(sayPasted([balancer], [site, without, web3])).toEqual({
    text: 'Copied lb as lb-2.',
    details: ['a has 10.0.0.102 now', 'b has no address now', 'web1 is now web3, 10.0.0.6'],
  })
})
