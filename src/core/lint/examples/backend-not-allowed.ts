import { changed } from './change.ts'
import { linuxPair } from './documents.ts'
import type { Example } from './example.ts'

const pool = 'backendAddressPool/pool'
const members = (...addresses: readonly string[]) =>
  changed(
    linuxPair,
    [pool, 'backendIPConfigurations', undefined],
    [pool, 'virtualNetwork', 'virtualNetwork/vnet'],
    [pool, 'loadBalancerBackendAddresses', addresses.map((ipAddress) => ({ name: ipAddress, ipAddress }))],
  )

export const backendNotAllowed: Example = {
  before: members('10.0.0.4', '172.16.0.1'),
  after: members('10.0.0.4', '10.0.0.5'),
  change: 'Both members are addresses of the virtual network that the pool names.',
}
