import { expect, it } from 'vitest'
import { type Rehomed, sayMoved } from './say-moved.ts'

const web1: Rehomed = { name: 'web1', subnet: 'snet-1', address: '10.0.1.4', followed: ['listener IIS'] }
const web2: Rehomed = { name: 'web2', subnet: 'snet-1', followed: [] }

it.each<[readonly Rehomed[], ReturnType<typeof sayMoved>]>([
  [
    [web1],
    { text: 'web1 is in snet-1 now, with 10.0.1.4.', details: ['listener IIS has the new address, too'] },
  ],
  [[web2], { text: 'web2 is in snet-1 now.', details: [] }],
  [
    [web1, web2],
    {
      text: '2 virtual machines are in other subnets now.',
      details: ['web1 in snet-1, with 10.0.1.4', 'web2 in snet-1', 'listener IIS has the new address, too'],
    },
  ],
  [
    Array(6).fill(web2),
    {
      text: '6 virtual machines are in other subnets now.',
      details: ['web2 in snet-1', 'web2 in snet-1', 'web2 in snet-1', 'web2 in snet-1', '2 more'],
    },
  ],
])('%j', (rehomed, message) => {
  expect(sayMoved(rehomed)).toEqual(message)
})
