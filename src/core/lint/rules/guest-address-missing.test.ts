import { appliances, cluster, dns, linuxPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule, without } from '../test-lint-rule.ts'
import { guestAddressMissing } from './guest-address-missing.ts'

const web = 'loadBalancingRule/web'
const lacking = without(linuxPair, 'loopbackInterface/vm1-lo', 'loopbackInterface/vm2-lo')
const forward = {
  name: 'container',
  protocol: 'Tcp',
  address: '10.0.0.100',
  port: 80,
  toAddress: '172.17.0.2',
  toPort: 80,
}

testLintRule(guestAddressMissing, {
  valid: {
    'every guest holds the address': linuxPair,
    'floating IP is off': changed(lacking, [web, 'enableFloatingIP', false]),
    'the guest is unknown': changed(
      lacking,
      ['virtualMachine/vm1', 'guest', undefined],
      ['virtualMachine/vm2', 'guest', undefined],
    ),
    'a port forward takes the packets': changed(
      lacking,
      ...['vm1', 'vm2'].map((vm) => [`virtualMachine/${vm}`, 'guest.portForwards', [forward]] as const),
    ),
    'a cluster address on one member': cluster,
    'an HA ports rule without floating IP': appliances,
    'the address is on the NIC': changed(
      lacking,
      ['networkInterface/vm1-nic', 'guest.addresses', ['10.0.0.100/32']],
      ['networkInterface/vm2-nic', 'guest.addresses', ['10.0.0.100/32']],
    ),
    'a prefix on lo covers the address': changed(linuxPair, [
      'loopbackInterface/vm1-lo',
      'addresses.0',
      '10.0.0.99/24',
    ]),
  },
  invalid: {
    'no guest holds the address': {
      document: lacking,
      finds: [
        {
          resource: web,
          severity: 'error',
          class: 'traffic',
          related: ['virtualMachine/vm1', 'virtualMachine/vm2'],
          message: 'vm1 and vm2 have no interface with 10.0.0.100, so packets of site are dropped.',
          fixes: 3,
        },
      ],
    },
    'a Windows guest does not, and its switches are off': {
      document: changed(without(windowsPair, 'loopbackInterface/vm2-lo'), [
        'networkInterface/vm2-nic',
        'guest.weakHostReceive',
        undefined,
      ]),
      finds: [
        {
          resource: web,
          related: ['virtualMachine/vm2'],
          message: 'vm2 has no interface with 10.0.0.100, so packets of site are dropped.',
          fixes: 1,
        },
      ],
    },
    'a port forward takes another port': {
      document: changed(lacking, ['virtualMachine/vm1', 'guest.portForwards', [{ ...forward, port: 81 }]]),
      finds: [{ resource: web, related: ['virtualMachine/vm1'] }],
    },
    'a dummy interface makes no prefix local': {
      document: changed(
        linuxPair,
        ['loopbackInterface/vm1-lo', 'name', 'dummy0'],
        ['loopbackInterface/vm1-lo', 'addresses.0', '10.0.0.99/24'],
      ),
      finds: [{ resource: web, related: ['virtualMachine/vm1'] }],
    },
    'a UDP rule, whose service is bound to the NIC': {
      document: changed(without(dns, 'loopbackInterface/dns1-lo'), [
        'listener/dns1-1',
        'address',
        '10.0.0.4',
      ]),
      finds: [{ resource: 'loadBalancingRule/dns', related: ['virtualMachine/dns1'] }],
    },
  },
})
