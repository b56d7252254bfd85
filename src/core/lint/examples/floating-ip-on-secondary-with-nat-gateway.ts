import { documentOf, machine, pool } from '../../scenarios/builder.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const behindGateway = (member: string) =>
  documentOf(
    'NAT gateway',
    linuxPair.resources,
    machine(
      'vm1',
      { address: '10.0.0.4', secondary: ['10.0.0.14'] },
      { guest: { os: 'linux' }, loopback: ['10.0.0.100/32'], listeners: ['80', '8080'] },
    ),
    {
      'publicIPAddress/out': { name: 'pip-out', ipAddress: '65.52.0.9', sku: 'Standard' },
      'natGateway/out': { name: 'out', publicIPAddresses: ['publicIPAddress/out'] },
      'subnet/snet': {
        name: 'snet',
        virtualNetwork: 'virtualNetwork/vnet',
        addressPrefix: '10.0.0.0/24',
        natGateway: 'natGateway/out',
      },
    },
    pool(member, 'vm2'),
  )

export const floatingIpOnSecondaryWithNatGateway: Example = {
  before: behindGateway('vm1-nic-ipconfig2'),
  after: behindGateway('vm1'),
  change: 'The pool holds the primary IP configuration of vm1.',
}
