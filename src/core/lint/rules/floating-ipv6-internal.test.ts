import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
} from '../../scenarios/builder.ts'
import { linuxPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { floatingIpv6Internal } from './floating-ipv6-internal.ts'

const ipv6 = documentOf(
  'IPv6',
  network(
    { addressPrefix: undefined, addressPrefixes: ['10.0.0.0/24', 'fd00::/64'] },
    { addressPrefixes: ['10.0.0.0/16', 'fd00::/48'] },
  ),
  loadBalancer(),
  internalFrontend('site', 'fd00::100'),
  machine(
    'vm1',
    { address: '10.0.0.4', secondary: ['fd00::4'] },
    { guest: { os: 'linux' }, loopback: ['fd00::100/128'], listeners: [':::80'] },
  ),
  pool('vm1-nic-ipconfig2'),
  balance('web', 'site', 80),
)

testLintRule(floatingIpv6Internal, {
  valid: {
    IPv4: linuxPair,
    'floating IP is off': changed(ipv6, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  },
  invalid: {
    IPv6: {
      document: ipv6,
      finds: [
        { resource: 'loadBalancingRule/web', class: 'traffic', related: ['virtualMachine/vm1'], fixes: 1 },
      ],
    },
  },
})
