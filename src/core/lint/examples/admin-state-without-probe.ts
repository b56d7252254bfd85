import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const down = [
  'backendAddressPool/pool',
  'loadBalancerBackendAddresses',
  [
    {
      name: 'vm1',
      networkInterfaceIPConfiguration: 'ipConfiguration/vm1-nic-ipconfig1',
      adminState: 'Down',
    },
  ],
] as const

export const adminStateWithoutProbe: Example = {
  before: changed(linuxPair, down, ['loadBalancingRule/web', 'probe', undefined]),
  after: changed(linuxPair, down),
  change: 'The rule has a probe, so taking vm1 out by its admin state works.',
}
