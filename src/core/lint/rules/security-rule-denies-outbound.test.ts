import { securityRule } from '../../scenarios/builder.ts'
import { linuxPair, publicPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { securityRuleDeniesOutbound } from './security-rule-denies-outbound.ts'

const call = { name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }
const calls = (...connections: readonly object[]) =>
  ['virtualMachine/vm1', 'guest.connections', connections] as const
const allowed = securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] })
const outward = (name: string, priority: number, fields: object) =>
  securityRule(name, priority, { direction: 'Outbound', ...fields })
const closed = outward('closed', 200, { access: 'Deny' })
const group = (...securityRules: readonly object[]) =>
  ['networkSecurityGroup/nsg', 'securityRules', [allowed, ...securityRules]] as const

testLintRule(securityRuleDeniesOutbound, {
  valid: {
    'no group': changed(linuxPair, calls(call)),
    'the security rules that every group ends with': changed(publicPair, calls(call)),
    'allowed before it is denied': changed(
      publicPair,
      calls(call),
      group(closed, outward('out', 110, { destinationPortRanges: ['443'] })),
    ),
    'nobody calls out': changed(publicPair, group(closed)),
    'a call that never leaves the guest': changed(
      publicPair,
      calls({ ...call, to: '127.0.0.1' }),
      group(closed),
    ),
    'a call to another NIC, where the security rules for what comes in decide': changed(
      publicPair,
      calls({ ...call, to: '10.0.0.5', port: 80 }),
      group(closed),
    ),
  },
  invalid: {
    'everything is denied on the way out': {
      document: changed(publicPair, calls(call), group(closed)),
      finds: [
        {
          resource: 'virtualMachine/vm1',
          severity: 'error',
          class: 'traffic',
          path: 'guest.connections.0.to',
          related: ['networkSecurityGroup/nsg'],
          fixes: 1,
        },
      ],
    },
    'one of two calls, at the NIC': {
      document: changed(
        publicPair,
        calls({ ...call, port: 80 }, call),
        ['subnet/snet', 'networkSecurityGroup', undefined],
        ...['vm1', 'vm2'].map(
          (name) =>
            [`networkInterface/${name}-nic`, 'networkSecurityGroup', 'networkSecurityGroup/nsg'] as const,
        ),
        group(outward('no-tls', 200, { access: 'Deny', destinationPortRanges: ['443'] })),
      ),
      finds: [{ resource: 'virtualMachine/vm1', path: 'guest.connections.1.to', fixes: 1 }],
    },
  },
})
