import { documentOf } from '../../scenarios/builder.ts'
import { linuxPair, publicOutbound } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { outboundMethodMissing } from './outbound-method-missing.ts'

const vm1 = 'virtualMachine/vm1'
const updates = { name: 'updates', to: '198.51.100.7', port: 443, protocol: 'Tcp' }
const calling = changed(linuxPair, [vm1, 'guest.connections', [updates]])
const gateway = documentOf('gateway', calling.resources, {
  'natGateway/out': { name: 'out', publicIPAddresses: ['publicIPAddress/out'] },
  'publicIPAddress/out': { name: 'pip-out', sku: 'Standard', publicIPAddressVersion: 'IPv4' },
})

testLintRule(outboundMethodMissing, {
  valid: {
    'nobody calls, and nothing is said of the subnet': linuxPair,
    'default outbound access': changed(calling, ['subnet/snet', 'defaultOutboundAccess', true]),
    'a NAT gateway': changed(gateway, ['subnet/snet', 'natGateway', 'natGateway/out']),
    'a public address of its own': changed(gateway, [
      'ipConfiguration/vm1-nic-ipconfig1',
      'publicIPAddress',
      'publicIPAddress/out',
    ]),
    'an outbound rule': changed(publicOutbound, [vm1, 'guest.connections', [updates]]),
    'an address inside': changed(calling, [vm1, 'guest.connections.0.to', '10.7.7.7']),
  },
  invalid: {
    'no way out': {
      document: calling,
      finds: [
        {
          resource: vm1,
          severity: 'error',
          class: 'traffic',
          path: 'guest.connections.0.to',
          related: ['subnet/snet'],
          fixes: 1,
        },
      ],
    },
    'a secondary address that a load balancer does not translate': {
      document: changed(
        publicOutbound,
        ['ipConfiguration/vm1-nic-ipconfig1', 'primary', false],
        [vm1, 'guest.connections', [updates]],
      ),
      finds: [{ resource: vm1, severity: 'error' }],
    },
    'a rule that does not translate': {
      document: changed(
        publicOutbound,
        [vm1, 'guest.connections', [updates]],
        ['outboundRule/out', 'protocol', 'Udp'],
      ),
      finds: [{ resource: vm1, severity: 'error' }],
    },
    'private subnets without a call': {
      document: changed(linuxPair, ['subnet/snet', 'defaultOutboundAccess', false]),
      finds: [vm1, 'virtualMachine/vm2'].map((resource) => ({ resource, severity: 'info' as const })),
    },
  },
})
