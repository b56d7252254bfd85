import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { guestFirewallBlocksBackendPort } from './guest-firewall-blocks-backend-port.ts'

const web = 'loadBalancingRule/web'
const firewall = (enabled: boolean, ...allow: readonly object[]) =>
  [
    'virtualMachine/vm1',
    'guest.firewall',
    { enabled, inboundAllow: [...allow, { protocol: 'Tcp', port: 8080 }] },
  ] as const

testLintRule(guestFirewallBlocksBackendPort, {
  valid: {
    'no firewall': linuxPair,
    'the firewall is off': changed(linuxPair, firewall(false)),
    'the port is allowed': changed(linuxPair, firewall(true, { protocol: 'Tcp', port: 80 })),
    'allowed for the frontend address on this NIC': changed(
      linuxPair,
      firewall(true, {
        protocol: '*',
        port: '*',
        localAddress: '10.0.0.100',
        networkInterface: 'networkInterface/vm1-nic',
      }),
    ),
    'packets that are forwarded to a container': changed(linuxPair, firewall(true), [
      'virtualMachine/vm1',
      'guest.portForwards',
      [{ name: 'c', protocol: 'Tcp', address: '10.0.0.100', port: 80, toAddress: '172.17.0.2', toPort: 80 }],
    ]),
  },
  invalid: {
    'nothing is allowed': {
      document: changed(linuxPair, firewall(true)),
      finds: [{ resource: web, related: ['virtualMachine/vm1'], fixes: 1 }],
    },
    'allowed for the NIC address only': {
      document: changed(linuxPair, firewall(true, { protocol: 'Tcp', port: 80, localAddress: '10.0.0.4' })),
      finds: [{ resource: web }],
    },
    'allowed for some clients only': {
      document: changed(
        linuxPair,
        firewall(true, { protocol: 'Tcp', port: 80, remoteAddresses: ['10.0.0.0/24'] }),
      ),
      finds: [{ resource: web }],
    },
  },
})
