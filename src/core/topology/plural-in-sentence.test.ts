import { expect, it } from 'vitest'
import { pluralInSentence } from './plural-in-sentence.ts'

it.each([
  ['loadBalancer', 'load balancers'],
  ['inboundNatRule', 'inbound NAT rules'],
  ['natGateway', 'NAT gateways'],
  ['ipConfiguration', 'IP configurations'],
  ['privateLinkService', 'Private Link services'],
] as const)('writes %s as %s', (type, words) => {
  expect(pluralInSentence(type)).toBe(words)
})
