import { changed, without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const calls = (port: number) =>
  [
    'virtualMachine/vm1',
    'guest.connections',
    [{ name: 'site', to: '10.0.0.100', port, protocol: 'Tcp' }],
  ] as const

export const connectionWithoutRule: Example = {
  before: changed(
    without(linuxPair, 'loopbackInterface/vm1-lo', 'ipConfiguration/vm2-nic-ipconfig1'),
    calls(81),
  ),
  after: changed(linuxPair, calls(80)),
  change: 'vm1 calls port 80, for which there is a rule.',
}
