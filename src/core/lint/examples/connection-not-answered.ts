import { documentOf } from '../../scenarios/builder.ts'
import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const calling = changed(linuxPair, [
  'virtualMachine/vm1',
  'guest.connections',
  [{ name: 'replica', to: '10.0.0.5', port: 5432, protocol: 'Tcp' }],
])

export const connectionNotAnswered: Example = {
  before: calling,
  after: documentOf(calling.name, calling.resources, {
    'listener/vm2-db': {
      name: 'postgres',
      virtualMachine: 'virtualMachine/vm2',
      protocol: 'Tcp',
      address: '0.0.0.0',
      port: 5432,
    },
  }),
  change: 'A service of vm2 listens on the port that vm1 calls.',
}
