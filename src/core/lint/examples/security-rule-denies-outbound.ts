import { securityRule } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const allowed = securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] })
const denied = securityRule('no-internet', 200, {
  direction: 'Outbound',
  access: 'Deny',
  destinationAddressPrefixes: ['Internet'],
})
const updates = securityRule('updates', 110, {
  direction: 'Outbound',
  protocol: 'Tcp',
  destinationAddressPrefixes: ['198.51.100.7'],
  destinationPortRanges: ['443'],
})

const calling = (...securityRules: readonly object[]) =>
  changed(
    publicPair,
    ['loadBalancingRule/web', 'disableOutboundSnat', undefined],
    ['networkSecurityGroup/nsg', 'securityRules', securityRules],
    [
      'virtualMachine/vm1',
      'guest.connections',
      [{ name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }],
    ],
  )

export const securityRuleDeniesOutbound: Example = {
  before: calling(allowed, denied),
  after: calling(allowed, denied, updates),
  change: 'A security rule before the one that denies allows the connection.',
}
