import { appliances, linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { listenerMissing } from './listener-missing.ts'

const web = 'loadBalancingRule/web'
const service = 'listener/vm1-1'
const forward = {
  name: 'container',
  protocol: 'Tcp',
  address: '10.0.0.100',
  port: 80,
  toAddress: '172.17.0.2',
  toPort: 80,
}

testLintRule(listenerMissing, {
  valid: {
    'something listens': linuxPair,
    'an HA ports rule': appliances,
    'a service on the NIC address has a lint rule of its own': changed(linuxPair, [
      service,
      'address',
      '10.0.0.4',
    ]),
    'a container behind a port forward': changed(
      linuxPair,
      [service, 'port', 81],
      ['virtualMachine/vm1', 'guest.portForwards', [forward]],
    ),
    'a port forward to the port that is open': changed(
      linuxPair,
      [service, 'port', 81],
      ['virtualMachine/vm1', 'guest.portForwards', [{ ...forward, toAddress: '127.0.0.1', toPort: 81 }]],
    ),
    ':: on Linux takes IPv4': changed(linuxPair, [service, 'address', '::']),
  },
  invalid: {
    'the service is stopped': {
      document: changed(linuxPair, [service, 'enabled', false]),
      finds: [{ resource: web, related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'another port': {
      document: changed(linuxPair, [service, 'port', 81]),
      finds: [{ resource: web, related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'another protocol, behind a guest firewall': {
      document: changed(
        linuxPair,
        [service, 'protocol', 'Udp'],
        [
          'virtualMachine/vm1',
          'guest.firewall',
          {
            enabled: true,
            inboundAllow: [
              { protocol: 'Tcp', port: 8080 },
              { protocol: 'Tcp', port: 80 },
            ],
          },
        ],
      ),
      finds: [{ resource: web, related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'a port forward to a closed port of the guest': {
      document: changed(linuxPair, [
        'virtualMachine/vm1',
        'guest.portForwards',
        [{ ...forward, toAddress: '10.0.0.4', toPort: 81 }],
      ]),
      finds: [{ resource: web, fixes: 1 }],
    },
  },
})
