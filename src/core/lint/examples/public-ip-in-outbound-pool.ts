import { documentOf } from '../../scenarios/builder.ts'
import type { Resources } from '../../topology/document.ts'
import { changed } from './change.ts'
import { publicOutbound } from './documents.ts'
import type { Example } from './example.ts'

const own = {
  'publicIPAddress/own': {
    name: 'pip-own',
    ipAddress: '65.52.0.9',
    sku: 'Standard',
    publicIPAddressVersion: 'IPv4',
  },
} satisfies Resources

export const publicIpInOutboundPool: Example = {
  before: changed(documentOf('Own address', publicOutbound.resources, own), [
    'ipConfiguration/vm1-nic-ipconfig1',
    'publicIPAddress',
    'publicIPAddress/own',
  ]),
  after: documentOf('Own address', publicOutbound.resources, own),
  change: 'The NIC of vm1 has no public IP address of its own.',
}
