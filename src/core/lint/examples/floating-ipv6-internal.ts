import {
  balance,
  documentOf,
  internalFrontend,
  loadBalancer,
  machine,
  network,
  pool,
  probe,
} from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import type { Example } from './example.ts'

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
    { guest: { os: 'linux' }, loopback: ['fd00::100/128'], listeners: [':::80', ':::8080'] },
  ),
  pool('vm1-nic-ipconfig2'),
  probe('health', 8080),
  balance('web', 'site', 80, { probe: 'probe/health' }),
)

export const floatingIpv6Internal: Example = {
  before: ipv6,
  after: changed(ipv6, ['loadBalancingRule/web', 'enableFloatingIP', false]),
  change: 'Floating IP is switched off, so packets arrive with the address of the NIC.',
}
