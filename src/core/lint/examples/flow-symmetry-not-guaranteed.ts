import { documentOf } from '../../scenarios/builder.ts'
import { appliances } from './documents.ts'
import type { Example } from './example.ts'

export const flowSymmetryNotGuaranteed: Example = {
  before: documentOf('Second address', appliances.resources, {
    'ipConfiguration/nva1-nic-ipconfig2': {
      name: 'ipconfig2',
      networkInterface: 'networkInterface/nva1-nic',
      subnet: 'subnet/snet',
      privateIPAddress: '10.0.0.14',
      privateIPAddressVersion: 'IPv4',
      primary: false,
    },
  }),
  after: appliances,
  change: 'The NIC of nva1 has one IP configuration, so both directions of a flow choose alike.',
}
