/** Where a frontend's address may be in a generated guest. */
export type AddressPlace = 'nowhere' | 'lo' | 'lo-short' | 'held' | 'held-short' | 'nic' | 'nic-short'

/** The addresses of a generated document, all of one family. */
export interface AddressPlan {
  readonly family: 'IPv4' | 'IPv6'
  readonly hostLength: number
  readonly subnetLength: number
  /** For each NIC the address of its first IP configuration. */
  readonly own: readonly string[]
  readonly internal: readonly string[]
  readonly public: readonly string[]
  readonly clients: readonly (readonly [
    slug: string,
    address: string,
    location: 'internet' | 'virtualNetwork' | 'onPremises',
  ])[]
  /** An address that no guest has. */
  readonly container: string
  /** A place is as likely as it is frequent. */
  readonly places: readonly AddressPlace[]
  readonly isPublic: boolean
  readonly frontends: readonly string[]
  /** What a guest has on its NICs beyond their IP configurations, by the NIC's index. */
  readonly added: readonly (readonly [nic: number, cidr: string])[]
}

const usual: readonly AddressPlace[] = ['lo', 'lo', 'lo', 'lo', 'held', 'nic', 'nowhere']
const nothing = { isPublic: false, frontends: [], added: [] }

export const planIPv4 = (sameSubnet: boolean): AddressPlan => ({
  family: 'IPv4',
  hostLength: 32,
  subnetLength: 24,
  own: sameSubnet ? ['10.0.0.4', '10.0.0.5', '10.0.0.6'] : ['10.0.0.4', '10.0.1.4', '10.0.2.4'],
  internal: ['10.0.0.100', '10.0.0.101', '10.0.0.102'],
  public: ['65.52.0.1', '65.52.0.2', '65.53.7.1'],
  clients: [
    ['neighbour', '10.0.0.77', 'virtualNetwork'],
    ['app', '10.0.1.20', 'virtualNetwork'],
    ['office', '192.168.7.9', 'onPremises'],
    ['user', '203.0.113.10', 'internet'],
    ['peer', '65.52.0.77', 'internet'],
  ],
  container: '172.17.0.2',
  places: [...usual, 'lo-short', 'held-short', 'nic-short'],
  ...nothing,
})

export const planIPv6 = (sameSubnet: boolean): AddressPlan => ({
  family: 'IPv6',
  hostLength: 128,
  subnetLength: 64,
  own: sameSubnet
    ? ['fd00:0:0:1::4', 'fd00:0:0:1::5', 'fd00:0:0:1::6']
    : ['fd00:0:0:1::4', 'fd00:0:0:2::4', 'fd00:0:0:3::4'],
  internal: ['fd00:0:0:1::100', 'fd00:0:0:1::101'],
  public: ['2603:1020::1', '2603:1020::2', '2603:1030::1'],
  clients: [
    ['user6', '2001:db8:99::10', 'internet'],
    ['app6', 'fd00:0:0:2::20', 'virtualNetwork'],
  ],
  container: 'fd17::2',
  places: [...usual, 'lo-short'],
  ...nothing,
})
