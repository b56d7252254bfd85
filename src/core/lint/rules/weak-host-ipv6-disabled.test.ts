import { balance, documentOf, machine, network, pool, publicFrontend } from '../../scenarios/builder.ts'
import { publicPair, windowsPair } from '../test-documents.ts'
import { changed, testLintRule } from '../test-lint-rule.ts'
import { weakHostIpv6Disabled } from './weak-host-ipv6-disabled.ts'

const nic = 'networkInterface/vm1-nic'
const loopback = 'loopbackInterface/vm1-lo'
const web = 'loadBalancingRule/web'

/** A public IPv6 frontend in front of a Windows guest; its switches are on for both families. */
const both = documentOf(
  'IPv6',
  publicPair.resources,
  network(
    { addressPrefixes: ['10.0.0.0/24', 'fd00::/64'], networkSecurityGroup: 'networkSecurityGroup/nsg' },
    { addressPrefixes: ['10.0.0.0/16', 'fd00::/48'] },
  ),
  publicFrontend('site', '2603:1020::10'),
  machine(
    'vm1',
    {
      address: '10.0.0.4',
      secondary: ['fd00::4'],
      guest: { name: 'Ethernet', weakHostReceive: true, weakHostReceiveIPv6: true },
    },
    {
      guest: { os: 'windows' },
      loopback: ['2603:1020::10/128'],
      loopbackFields: {
        weakHostReceive: true,
        weakHostSend: true,
        weakHostReceiveIPv6: true,
        weakHostSendIPv6: true,
      },
      listeners: [':::80', ':::8080'],
    },
  ),
  pool('vm1-nic-ipconfig2'),
  balance('web', 'site', 80, { probe: 'probe/health' }),
)

testLintRule(weakHostIpv6Disabled, {
  valid: {
    'both families': both,
    'an IPv4 frontend': windowsPair,
    'off for both has a lint rule of its own': changed(
      both,
      [nic, 'guest.weakHostReceive', false],
      [nic, 'guest.weakHostReceiveIPv6', false],
    ),
  },
  invalid: {
    'the NIC receives IPv4 only': {
      document: changed(both, [nic, 'guest.weakHostReceiveIPv6', undefined]),
      finds: [
        {
          resource: web,
          severity: 'error',
          class: 'traffic',
          related: ['virtualMachine/vm1', nic],
          fixes: 1,
        },
      ],
    },
    'the loopback adapter sends IPv4 only': {
      document: changed(both, [loopback, 'weakHostSendIPv6', false]),
      finds: [{ resource: web, related: [loopback], fixes: 1 }],
    },
  },
})
