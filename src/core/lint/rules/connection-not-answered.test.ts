import { expect } from 'vitest'
import { documentOf, machine, securityGroup, securityRule } from '../../scenarios/builder.ts'
import { linuxPair, publicPair, twoNics, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { connectionNotAnswered } from './connection-not-answered.ts'

const call = { name: 'replica', to: '10.0.0.5', port: 80, protocol: 'Tcp' }
const calls = (...connections: readonly object[]) =>
  ['virtualMachine/vm1', 'guest.connections', connections] as const

const found = (text: RegExp, fixes: number, ...related: readonly string[]) => [
  {
    resource: 'virtualMachine/vm1',
    severity: 'error' as const,
    class: 'traffic' as const,
    path: 'guest.connections.0.to',
    message: expect.stringMatching(text),
    related: ['virtualMachine/vm2', ...related],
    fixes,
  },
]

const guarded = changed(
  documentOf(
    'Guarded pair',
    linuxPair.resources,
    securityGroup(
      securityRule('probe', 100, { sourceAddressPrefixes: ['AzureLoadBalancer'] }),
      securityRule('web', 110, { destinationAddressPrefixes: ['10.0.0.100'] }),
      securityRule('closed', 200, { access: 'Deny' }),
    ),
  ),
  ['subnet/snet', 'networkSecurityGroup', 'networkSecurityGroup/nsg'],
)

testLintRule(connectionNotAnswered, {
  valid: {
    'a service that listens': changed(linuxPair, calls(call)),
    'nobody calls': linuxPair,
    'a guest that nobody described': changed(linuxPair, calls({ ...call, port: 5432 }), [
      'virtualMachine/vm2',
      'guest',
      undefined,
    ]),
    'a frontend, of which other lint rules speak': changed(
      linuxPair,
      calls({ ...call, to: '10.0.0.100', port: 81 }),
    ),
    'somebody outside': changed(publicPair, calls({ ...call, to: '198.51.100.7', port: 443 })),
    'its own address': changed(linuxPair, calls({ ...call, to: '10.0.0.4' })),
    'its own loopback address': changed(linuxPair, calls({ ...call, to: '127.0.0.1', port: 5432 })),
    'a port forward to somebody behind it': changed(linuxPair, calls({ ...call, port: 5432 }), [
      'virtualMachine/vm2',
      'guest.portForwards',
      [
        {
          name: 'db',
          protocol: 'Tcp',
          address: '10.0.0.5',
          port: 5432,
          toAddress: '172.17.0.2',
          toPort: 5432,
        },
      ],
    ]),
  },
  invalid: {
    'nothing listens': {
      document: changed(linuxPair, calls({ ...call, port: 5432 })),
      finds: found(/calls TCP 5432 of vm2 .* nothing listens there\.$/, 1),
    },
    'nothing listens on its own address': {
      document: changed(linuxPair, calls({ ...call, to: '10.0.0.4', port: 5432 })),
      finds: [{ resource: 'virtualMachine/vm1', fixes: 0 }],
    },
    'two of three calls': {
      document: changed(linuxPair, calls({ ...call, port: 5432 }, call, { ...call, port: 5433 })),
      finds: found(/1 more of its connections gets none either\.$/, 1),
    },
    'the firewall of a Windows guest': {
      document: changed(windowsPair, calls({ ...call, port: 8080 }), [
        'virtualMachine/vm2',
        'guest.firewall',
        {
          enabled: true,
          inboundAllow: [
            { protocol: 'Tcp', port: 80 },
            { protocol: 'Tcp', port: 8080, remoteAddresses: ['168.63.129.16'] },
          ],
        },
      ]),
      finds: found(/firewall/, 1),
    },
    'a security rule': {
      document: changed(guarded, calls(call)),
      finds: found(/closed of nsg denies it/, 1, 'networkSecurityGroup/nsg'),
    },
    'a UDP service that answers from another address': {
      document: changed(
        linuxPair,
        calls({ ...call, to: '10.0.0.50', protocol: 'Udp', port: 53 }),
        ['ipConfiguration/vm2-nic-ipconfig1', 'name', 'ipconfig1'],
        ['networkInterface/vm2-nic', 'guest', { name: 'eth0', addresses: ['10.0.0.6/24'] }],
        ['ipConfiguration/vm2-nic-ipconfig1', 'privateIPAddress', '10.0.0.50'],
        ['listener/vm2-1', 'protocol', 'Udp'],
        ['listener/vm2-1', 'port', 53],
        ['virtualMachine/vm2', 'guest.policyRoutes', []],
        ['networkInterface/vm2-nic', 'guest.addresses', ['10.0.0.4/24']],
      ),
      finds: found(/holds, too/, 0),
    },
  },
})

const behindTwoNics = documentOf(
  'Two NICs and a caller',
  twoNics.resources,
  machine(
    'app',
    { address: '10.0.2.9', subnet: 'back' },
    { guest: { os: 'linux', connections: [{ name: 'db', to: '10.0.0.4', port: 80, protocol: 'Tcp' }] } },
  ),
)

testLintRule(connectionNotAnswered, {
  valid: { 'an answer that a policy route sends back': behindTwoNics },
  invalid: {
    'an answer by another NIC': {
      document: changed(behindTwoNics, ['virtualMachine/vm1', 'guest.policyRoutes', []]),
      finds: [{ resource: 'virtualMachine/app', related: ['virtualMachine/vm1'], fixes: 1 }],
    },
  },
})
