import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const calls = (to: string) =>
  changed(linuxPair, [
    'virtualMachine/vm1',
    'guest.connections',
    [{ name: 'api', to, port: 80, protocol: 'Tcp' }],
  ])

export const frontendAnsweredLocally: Example = {
  before: calls('10.0.0.100'),
  after: calls('10.0.0.5'),
  change: 'vm1 calls the address of vm2, which it does not hold itself.',
}
