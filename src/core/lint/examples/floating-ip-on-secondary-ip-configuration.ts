import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const withSecondary = documentOf(
  'Secondary',
  linuxPair.resources,
  machine(
    'vm1',
    { address: '10.0.0.4', secondary: ['10.0.0.14'] },
    { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
  ),
).resources

export const floatingIpOnSecondaryIpConfiguration: Example = {
  before: documentOf('Secondary', withSecondary, pool('vm1-nic-ipconfig2', 'vm2')),
  after: documentOf('Secondary', withSecondary, pool('vm1', 'vm2')),
  change: 'The primary IP configuration of vm1 is the member of the pool.',
}
