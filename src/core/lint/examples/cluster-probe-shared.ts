import { balance, documentOf, internalFrontend, machine, probe } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { cluster } from './documents.ts'
import type { Example } from './example.ts'

const holder = (name: string, address: string, held: string, ...listeners: readonly string[]) =>
  machine(
    name,
    { address, guest: { name: 'Ethernet', addresses: [held] } },
    { guest: { os: 'windows' }, listeners },
  )
const twoListeners = documentOf(
  'Two listeners',
  cluster.resources,
  internalFrontend('second', '10.0.0.11', { guest: { addressOwnership: 'one-member' } }),
  holder('vm1', '10.0.0.4', '10.0.0.10/32', '1433', '59999'),
  holder('vm2', '10.0.0.5', '10.0.0.11/32', '1433', '59998'),
  probe('second', 59_998),
  balance('report', 'second', 1433, { probe: 'probe/second' }),
)

export const clusterProbeShared: Example = {
  before: changed(
    twoListeners,
    ['loadBalancingRule/report', 'probe', 'probe/cluster'],
    ['listener/vm2-2', 'port', 59_999],
  ),
  after: twoListeners,
  change: 'Each cluster address has a probe on a port of its own, which its holder alone answers.',
}
