import { changed, without } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const calls = [
  'virtualMachine/vm1',
  'guest.connections',
  [{ name: 'self', to: '10.0.0.100', port: 80, protocol: 'Tcp' }],
] as const

export const hairpinToOwnFrontend: Example = {
  before: changed(without(linuxPair, 'loopbackInterface/vm1-lo'), calls, [
    'loadBalancingRule/web',
    'enableFloatingIP',
    false,
  ]),
  after: changed(linuxPair, calls),
  change: 'The rule floats and vm1 holds 10.0.0.100, so its own call never leaves it.',
}
