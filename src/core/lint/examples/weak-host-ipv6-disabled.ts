import {
  balance,
  documentOf,
  machine,
  network,
  pool,
  publicFrontend,
  securityGroup,
  securityRule,
} from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { publicPair } from './documents.ts'
import type { Example } from './example.ts'

const weakIPv6 = {
  weakHostReceive: true,
  weakHostSend: true,
  weakHostReceiveIPv6: true,
  weakHostSendIPv6: true,
}
const windowsIPv6 = documentOf(
  'IPv6',
  publicPair.resources,
  network(
    { addressPrefixes: ['10.0.0.0/24', 'fd00::/64'], networkSecurityGroup: 'networkSecurityGroup/nsg' },
    { addressPrefixes: ['10.0.0.0/16', 'fd00::/48'] },
  ),
  securityGroup(
    securityRule('web', 100, { protocol: 'Tcp', destinationPortRanges: ['80'] }),
    securityRule('probes', 110, { sourceAddressPrefixes: ['fe80::1234:5678:9abc/128'] }),
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
      loopbackFields: weakIPv6,
      listeners: [':::80', ':::8080'],
    },
  ),
  pool('vm1-nic-ipconfig2'),
  balance('web', 'site', 80, { probe: 'probe/health' }),
)

export const weakHostIpv6Disabled: Example = {
  before: changed(windowsIPv6, ['networkInterface/vm1-nic', 'guest.weakHostReceiveIPv6', false]),
  after: windowsIPv6,
  change: 'Weak host receive is on at the NIC of vm1 for IPv6 too.',
}
